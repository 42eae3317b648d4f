#!/usr/bin/env python3
"""The HTML report in a real browser: what a reader does, what may not happen, and how fast it is.

usage: browser_test.py PROGRAM REPORT RESULTS
    PROGRAM  the crosscheck to make the other reports with
    REPORT   a report's index.html that ships with the project
    RESULTS  a folder for screenshots, a PDF and figures.json; made anew

Exits 77, saying so, where there is no Chromium. Every step runs; all that fail are told.
"""
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import corpora
import devtools

TYPING_MS = 100       # of its thread that a keystroke costs the page, 10,000 findings; not of a clock that others share
FIRST_PAINT_MS = 5000
FINDINGS = 10_000
PAGE_JS = (pathlib.Path(__file__).parent / 'in_page.js').read_text()


class Reports:
    """Made once, in a folder of their own."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def make(self, name, articles, file_name='articles.jsonl'):
        source = self.folder / name / 'articles'
        source.mkdir(parents=True)
        (source / file_name).write_text(articles, encoding='utf-8')
        out = self.folder / name / 'out'
        done = subprocess.run([self.program, 'report', str(source), '-o', str(out), '--format', 'html'],
                              stdout=subprocess.DEVNULL)
        assert done.returncode in (0, 1), f'{name}: crosscheck ended with {done.returncode}'
        return out / 'index.html'


def address(path, place=''):
    return pathlib.Path(path).resolve().as_uri() + place


class Server(http.server.ThreadingHTTPServer):
    """Hands out one page on a loopback port and takes reviews, or refuses them."""

    def __init__(self, path, answer=204):
        self.posts = []
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                page = self.path == '/'
                body = pathlib.Path(path).read_bytes() if page else b''
                self.send_response(200 if page or self.path == '/reviews' else 404)
                self.send_header('Content-Type', 'text/html; charset=utf-8' if page else 'application/x-ndjson')
                self.send_header('Content-Length', str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self):
                body = self.rfile.read(int(self.headers['Content-Length']))
                server.posts.append((self.path, self.headers.get('X-Crosscheck-Token'), json.loads(body)))
                self.send_response(answer)
                self.end_headers()

            def log_message(self, *unused):
                pass
        super().__init__(('127.0.0.1', 0), Handler)

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *unused):
        self.shutdown()
        self.server_close()

    def url(self):
        return f'http://127.0.0.1:{self.server_address[1]}/'


class Test:
    def __init__(self, browser, shipped, reports, results):
        self.browser, self.shipped, self.reports, self.results = browser, shipped, reports, results
        self.figures = {}

    def page(self, url, width=1280, height=900, **kinds):
        page = self.browser.page(width, height)
        if kinds.get('phone'):
            page.size(width, height, phone=True)
        if kinds.get('scheme'):
            page.scheme(kinds['scheme'])
        page.open(url)
        return page

    def quiet(self, page, asked_for):
        """Nothing fetched but the page itself, nothing refused by its policy, nothing on the console."""
        # blob: is the exported file; data: is what Chromium draws its own date field with, and the policy lets the page none.
        others = [url for url in page.requests if url.split('#')[0] != asked_for.split('#')[0] and not url.startswith(('blob:', 'data:'))]
        assert others == [], f'the page asked for {others}'
        assert page.violations == [], f'the policy was broken: {page.violations}'
        assert page.console == [], f'on the console: {page.console}'
        assert page.dialogs == [], f'a dialog opened: {page.dialogs}'

    def many(self):
        if not hasattr(self, 'many_path'):
            self.many_path = self.reports.make('many', corpora.many(10_500))
        return self.many_path

    # ---- steps ----

    def step_a_reader_sees_what_disagrees_first(self):
        url = address(self.shipped)
        page = self.page(url)
        heading, first = page.value('[document.querySelector(".list h2").textContent, document.querySelector(".finding").className]')
        assert heading.startswith('Contradictions'), heading
        assert 'contradict' in first, first
        assert page.value('document.querySelector(".finding").getBoundingClientRect().bottom < innerHeight'), \
            'the first contradiction is not on the first screen'
        page.screenshot(self.results / 'desktop.png')
        page.click('#f1 .opener')
        assert page.value('document.querySelector("#f1 .detail") !== null')
        page.screenshot(self.results / 'desktop-finding.png', whole=True)
        self.quiet(page, url)
        page.close()

    def step_a_derivation_leads_to_its_quotes(self):
        url = address(self.shipped)
        page = self.page(url)
        page.value('document.getElementById("search").focus()')
        page.type('implied-value')
        assert page.value('document.querySelectorAll(".finding").length') == 1
        page.click('.finding .opener')
        words = page.value('document.querySelector(".derivation .formula").textContent')
        assert '÷ 27% = $500 billion' in words, words
        inputs = page.value('document.querySelectorAll(".derivation .inputs li").length')
        assert inputs == 2, inputs
        page.click('.derivation .inputs li:nth-child(2) a')
        quoted = page.value('document.activeElement.querySelector("mark").textContent')
        assert quoted == '27%', quoted
        # Side by side, the value marked in its sentence in its paragraph, and one drawing at least.
        left, right = page.value('[...document.querySelectorAll(".side")].map((one) => one.getBoundingClientRect().x)')
        assert right > left + 200, 'the sides do not stand side by side'
        assert page.value('document.querySelectorAll(".quote .around").length') >= 2
        said = page.value('document.querySelector(".drawing svg").getAttribute("aria-label")')
        assert '481.8 billion to 518.9 billion' in said, said
        self.quiet(page, url)
        page.close()

    def step_facets_search_and_chips_narrow_the_list(self):
        url = address(self.shipped)
        page = self.page(url)
        whole = page.value('crosscheck.findings.length')
        count = 'document.querySelectorAll(".finding").length'
        page.click('.facet li.agree input')
        agreements = page.value('crosscheck.findings.filter((one) => one.r === "agree").length')
        assert page.value(count) == agreements < whole
        page.click('.facet li.contradict input')
        assert page.value(count) > agreements
        page.click('.chips button')
        page.click('.chips button')
        assert page.value(count) == whole
        page.value('document.getElementById("search").focus()')
        page.type('landmark dollar')   # words of a quote, in no summary
        page.wait(f'{count} > 0 && {count} < {whole}')
        assert page.value('document.getElementById("f2") !== null'), 'the finding that quotes it is not shown'
        assert 'of' in page.value('document.querySelector(".status").textContent')
        page.click('.clear')
        assert page.value(count) == whole
        page.click('#tally [data-relation="compatible"]')
        assert page.value(count) == page.value('crosscheck.findings.filter((one) => one.r === "compatible").length')
        self.quiet(page, url)
        page.close()

    def step_an_article_has_its_claims_marked(self):
        url = address(self.shipped)
        page = self.page(url, height=1000)
        page.click('#f1 .opener')
        page.click('#f1 .quote .place')
        page.wait('document.querySelector("article.source") !== null')
        assert page.value('document.activeElement.textContent').startswith('$157 billion')
        page.value('history.back()')
        page.wait('document.activeElement.closest("#f1.open") !== null')
        wrong = page.value('''(() => {
          const out = [];
          for (const doc of crosscheck.docs) {
            location.hash = `#d${doc.index}`;
            dispatchEvent(new HashChangeEvent('hashchange'));
            const claims = crosscheck.article(doc.index).c;
            for (const claim of claims) {
              const anchor = document.getElementById(`c${claim.index + 1}`);
              if (!anchor) { out.push(`${claim.id} has no mark`); continue; }
              let next = anchor.nextElementSibling;
              while (next && next.className === 'anchor') next = next.nextElementSibling;
              if (!next.textContent.includes(crosscheck.valueOf(claim))) out.push(`${claim.id}: ${next.textContent}`);
            }
          }
          return out; })()''')
        assert wrong == [], wrong
        page.value('location.hash = "#d1"')
        page.settle()
        page.screenshot(self.results / 'article.png')
        page.click('.beside a')
        page.wait('document.querySelector(".finding.open") !== null')
        self.quiet(page, url)
        page.close()

    def step_sources_are_set_against_each_other(self):
        url = address(self.shipped)
        page = self.page(url + '#sources')
        cells = page.value('[...document.querySelectorAll(".matrix td button")].map((one) => one.getAttribute("aria-label"))')
        assert any(', 1 contradicted' in one for one in cells), cells
        page.screenshot(self.results / 'sources.png')
        page.click('.matrix .share4 button')
        page.wait('document.querySelectorAll(".finding").length > 0')
        assert '×' in page.value('document.querySelector(".chips").textContent')
        self.quiet(page, url)
        page.close()

    def step_a_review_is_kept_and_exported(self):
        url = address(self.shipped)
        page = self.page(url)
        downloads = self.results / 'downloads'
        downloads.mkdir()
        self.browser.call('Browser.setDownloadBehavior', behavior='allow', downloadPath=str(downloads))
        fingerprint = page.value('crosscheck.byId.get("f1").fp')
        page.click('#f1 .opener')
        page.click('#f1 .review [data-state="dismissed"]')
        assert page.value('document.activeElement.name') == 'reason', 'a dismissal wants its reason'
        assert page.value('document.querySelector("#f1 .problem").textContent') != ''
        page.type('other scope <b>"x"</b>')
        page.click('#f1 .review [data-state="dismissed"]')
        assert page.value('document.querySelector("#f1 .chip").textContent') == 'dismissed'
        page.screenshot(self.results / 'dismissed.png')
        page.open(url)
        assert page.value('document.querySelector("#f1 .chip").textContent') == 'dismissed', 'forgotten on reload'
        assert page.value('document.querySelector("#f2 .chip").hidden')
        page.click('.save')
        file = downloads / 'reviews.jsonl'
        deadline = time.monotonic() + 20
        while not file.exists() and time.monotonic() < deadline:
            self.browser.listen_for(0.1)
        rows = [json.loads(line) for line in file.read_text().splitlines()]
        assert len(rows) == 1, rows
        assert rows[0]['fingerprint'] == fingerprint and rows[0]['state'] == 'dismissed', rows
        assert rows[0]['reason'] == 'other scope <b>"x"</b>' and rows[0]['at'].endswith('Z'), rows
        page.click('#f1 .opener')
        page.click('#f1 .review .reset')
        assert page.value('document.querySelector("#f1 .chip").hidden')
        assert page.value('document.querySelector(".save").disabled')
        page.value('localStorage.clear()')
        self.quiet(page, url)
        page.close()

    def step_reviews_in_the_report_are_shown_and_expire(self):
        fingerprints = [one['fingerprint'] for one in json.loads((pathlib.Path(self.shipped).parent / 'report.json').read_text())['findings']]
        reviews = [{'fingerprint': fingerprints[0], 'state': 'accepted', 'reason': '', 'note': 'asked the desk', 'by': 'Ana', 'at': '2025-11-04T09:30:00Z'},
                   {'fingerprint': fingerprints[1], 'state': 'dismissed', 'reason': 'old', 'at': '2025-11-04T09:30:00Z', 'until': '2025-11-30'},
                   {'fingerprint': 'gone', 'state': 'fixed', 'reason': 'kept', 'at': '2025-11-04T09:30:00Z'}]
        path = self.reports.folder / 'reviewed.html'
        text = pathlib.Path(self.shipped).read_text()
        marker = '{"schema":"crosscheck.page/1",'
        assert text.count(marker) == 1
        path.write_text(text.replace(marker, marker + f'"reviews":{json.dumps(reviews)},'))
        page = self.page(address(path))
        assert page.value('document.querySelector("#f1 .chip").textContent') == 'accepted'
        assert page.value('document.querySelector("#f2 .chip").hidden'), 'an expired dismissal still counts'
        page.click('#f2 .opener')
        assert 'expired' in page.value('document.querySelector("#f2 .decided").textContent')
        kept = [json.loads(line)['fingerprint'] for line in page.value('crosscheck.reviews.lines()').splitlines()]
        assert 'gone' in kept and len(kept) == 3, kept
        self.quiet(page, address(path))
        page.close()

    def step_handed_out_by_a_server_it_writes_reviews_through(self):
        for answer in (204, 403):
            with Server(self.shipped, answer) as server:
                page = self.page(server.url() + '#token=s3cret-Token')
                assert page.value('location.hash') == '', 'the token stays in the address'
                page.click('#f2 .opener')
                page.click('#f2 .review [data-state="accepted"]')
                page.wait('crosscheck.reviews.count() === 1')
                deadline = time.monotonic() + 10
                while not server.posts and time.monotonic() < deadline:
                    self.browser.listen_for(0.1)
                path, token, review = server.posts[0]
                assert (path, token) == ('/reviews', 's3cret-Token'), server.posts
                assert review['state'] == 'accepted' and review['fingerprint'] == page.value('crosscheck.byId.get("f2").fp'), review
                refused = 'document.querySelector("#f2 .decided").textContent.includes("refused")'
                if answer == 403:
                    page.wait(refused)
                else:
                    assert not page.value(refused)
                    assert [url for url in page.requests if url.startswith('http') and not url.startswith(server.url())] == []
                    assert page.violations == [] and page.console == [], (page.violations, page.console)
                page.value('localStorage.clear()')
                page.close()

    def step_serve_keeps_a_dismissal_in_its_file_and_gives_it_back(self):
        with tempfile.TemporaryDirectory() as folder:
            kept = pathlib.Path(folder) / 'reviews.jsonl'
            served = subprocess.Popen([self.reports.program, 'serve', 'corpus/openai-aws', '--reviews', str(kept)],
                                      stdout=subprocess.PIPE, text=True)
            try:
                url = served.stdout.readline().split()[1]
                page = self.page(url)
                page.click('#f1 .opener')
                page.value("""(() => {
                  const form = document.querySelector('#f1 form.review');
                  form.querySelector('[name="reason"]').value = 'another round';
                })()""")
                page.click('#f1 .review [data-state="dismissed"]')
                page.wait('crosscheck.reviews.count() === 1')
                deadline = time.monotonic() + 10
                while (not kept.exists() or not kept.read_text()) and time.monotonic() < deadline:
                    self.browser.listen_for(0.1)
                review = json.loads(kept.read_text().splitlines()[-1])
                assert review['state'] == 'dismissed' and review['reason'] == 'another round', review
                assert review['fingerprint'] == page.value('crosscheck.byId.get("f1").fp'), review
                assert [one for one in page.requests if one.startswith('http') and not one.startswith(url)] == []
                assert page.violations == [] and page.console == [], (page.violations, page.console)
                page.value('localStorage.clear()')
                page.close()
                page = self.page(url)   # a browser that remembers nothing learns it from the server
                page.wait('crosscheck.reviews.count() === 1')
                assert page.value('crosscheck.reviews.stateOf(crosscheck.byId.get("f1").fp)') == 'dismissed'
                page.close()
            finally:
                served.terminate()
                served.wait(20)

    def step_ten_thousand_findings_do_not_freeze_it(self):
        url = address(self.many())
        page = self.page(url)
        count = page.value('crosscheck.findings.length')
        assert count >= FINDINGS, f'{count} findings'
        paint = page.value('performance.getEntriesByName("first-contentful-paint")[0].startTime')
        ready = page.value('performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd')
        page.wait('document.querySelector(".list .finding") !== null')
        self.browser.listen_for(6)   # until the quotes are indexed
        assert page.value('document.querySelectorAll(".finding").length') < 300, 'all findings are laid out at once'
        times, walls = [], []
        for text in ('7', '76', '76.', 'cedarbank', 'cedarbank a', 'brokers', 'zzzz', 'valuation'):
            before = page.busy_ms()
            walls.append(page.value(f'typing({json.dumps(text)})'))
            times.append(page.busy_ms() - before)
        page.value('typing("")')
        facet = page.value('timed(() => document.querySelector(".facet li.contradict input").click())')
        page.value('document.querySelector(".clear").click()')
        last = page.value('crosscheck.findings[crosscheck.findings.length - 5].id')
        jump = page.value(f'timed(() => {{ location.hash = "#{last}"; dispatchEvent(new HashChangeEvent("hashchange")); }})')
        page.wait(f'document.querySelector("#{last} .detail") !== null')
        page.screenshot(self.results / 'many.png')
        self.figures['many'] = {'findings': count, 'bytes': os.path.getsize(self.many()), 'first_paint_ms': round(paint),
                                'interactive_ms': round(ready), 'typing_ms': [round(one) for one in walls], 'typing_busy_ms': [round(one) for one in times],
                                'facet_ms': round(facet), 'jump_to_the_last_ms': round(jump)}
        assert paint < FIRST_PAINT_MS, f'first paint after {paint:.0f} ms'
        assert max(times) < TYPING_MS, f'typing kept the page busy for {times} ms'
        self.quiet(page, url)
        page.close()

    def step_a_toll_is_drawn_as_it_rose(self):
        url = address(self.reports.make('toll', corpora.toll()))
        page = self.page(url, height=1100)
        page.click('.finding.update .opener')
        said = page.value('document.querySelector(".finding.update .drawing svg").getAttribute("aria-label")')
        assert said.index('23') < said.index('34') < said.index('41'), said
        assert page.value('document.querySelector(".finding.update .curve") !== null')
        copies = page.value('document.querySelector(".finding.update .family").textContent')
        assert 'not counted' in copies and '1 copy' in copies, copies
        page.screenshot(self.results / 'toll.png')
        self.quiet(page, url)
        page.close()

    def step_a_stale_figure_is_set_against_its_time_and_a_slip_is_named(self):
        url = address(self.reports.make('stale', corpora.stale()))
        page = self.page(url, height=1100)
        page.value('for (const one of document.querySelectorAll(".finding.contradict")) one.open(true)')
        stale = page.value('crosscheck.findings.find((one) => one.check === "as-of-date").id')
        said = page.value(f'document.querySelector("#{stale} .drawing svg").getAttribute("aria-label")')
        for words in ('given for October 2024, printed 20 November 2024', 'given for 3 November 2025, printed 5 November 2025'):
            assert words in said, said
        assert page.value(f'document.querySelectorAll("#{stale} .ring").length') == 2
        scale = page.value('crosscheck.findings.find((one) => one.check === "scale").id')
        assert 'million for billion' in page.value(f'document.querySelector("#{scale} .slip").textContent')
        ends = page.value(f'[...document.querySelectorAll("#{scale} .drawing .dot, #{scale} .drawing .end")].map((one) => one.getBoundingClientRect().x)')
        assert max(ends) - min(ends) > 400, f'a slip by a thousand looks like none: {ends}'
        page.screenshot(self.results / 'stale.png', whole=True)
        self.quiet(page, url)
        page.close()

    def step_a_hostile_article_stays_text(self):
        path = self.reports.make('hostile', corpora.hostile(), '<img src=x onerror=alert(3)>.jsonl')
        url = address(path)
        page = self.page(url)
        page.value('walk()')   # every finding opened, every article and view shown
        page.screenshot(self.results / 'hostile.png', whole=True)
        assert page.value('window.broken === undefined'), f'script of an article ran: {page.value("window.broken")}'
        strays = page.value('document.querySelectorAll("img, iframe, object, embed, base, [onerror], [onload], [onclick], [style]").length')
        assert strays == 0, f'{strays} elements that only an article can have made'
        assert page.value('[...document.querySelectorAll("a[href]")].every((one) => /^(#|https?:)/.test(one.getAttribute("href")))')
        assert page.value('!/[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.textContent)'), 'text is reordered'
        assert '</script><script>window.broken = 1</script>' in page.value('document.body.innerText')
        self.quiet(page, url)
        page.close()

    def step_without_script_the_findings_are_there(self):
        page = self.browser.page(1280, 900)
        page.scripts(False)
        page.call('Page.navigate', url=address(self.shipped))
        self.browser.listen_for(1.5)
        text = page.value('document.body.innerText')
        for words in ('Contradictions 3', '÷ 27% = $500 billion', 'A recent restructuring of their partnership', 'Said once 20'):
            assert words in text, f'{words!r} is not shown'
        page.screenshot(self.results / 'without-script.png', at_once=True)
        page.close()

    def step_the_keyboard_reaches_everything_in_order(self):
        url = address(self.shipped)
        page = self.page(url)
        stops = []
        for _ in range(40):
            page.key('Tab')
            stops.append(page.value('focused()'))
        assert stops[0]['text'] == 'Skip to the findings', stops[0]
        order = [one['text'] for one in stops]
        wanted = ['Findings', 'Theme: auto', 'Search']
        at = [next((i for i, text in enumerate(order) if text.startswith(words)), None) for words in wanted]
        assert None not in at and at == sorted(at), f'{wanted} come in the order {at} of {order}'
        unseen = [one['text'] for one in stops if not one['ring']]
        assert unseen == [], f'no focus ring on {unseen}'
        hidden = [one['text'] for one in stops if not one['seen']]
        assert hidden == [], f'out of sight with the focus: {hidden}'
        page.value('document.querySelector(".skip").focus()')
        page.key('Enter')
        page.wait('document.activeElement.id === "results"')
        page.key('Tab')
        assert page.value('document.activeElement === document.querySelector(".opener")'), 'the first finding is not next'
        page.key('Enter')
        assert page.value('document.querySelector("#f1 .detail") !== null')
        page.key('ArrowDown')
        assert page.value('document.activeElement.closest(".finding").id') == 'f2'
        page.key('ArrowUp')
        page.key('Tab')
        assert page.value('document.activeElement.closest("#f1 .detail") !== null'), 'the opened detail is not next'
        self.quiet(page, url)
        page.close()

    def step_words_can_be_read_in_both_themes_and_sizes(self):
        url = address(self.shipped)
        for scheme in ('light', 'dark'):
            for width, name in ((1280, 'desktop'), (390, 'phone')):
                page = self.page(url, width, 844 if width == 390 else 900, phone=width == 390, scheme=scheme)
                page.screenshot(self.results / f'{name}-{scheme}.png')
                page.value('document.querySelector("#f3 .opener").click()')
                page.value('document.querySelector("#f3").scrollIntoView()')
                page.screenshot(self.results / f'{name}-{scheme}-finding.png')
                faint = []
                for place in ('', '#d1', '#sources', '#articles', '#once'):
                    page.value(f'location.hash = {json.dumps(place or "#findings")}')
                    page.settle()
                    if place == '':
                        page.value('for (const one of document.querySelectorAll(".finding")) one.open(true)')
                        page.value('document.querySelector("#f1 [data-state=dismissed]").click()')
                    faint += page.value('faint()')
                    small = page.value('smallTargets()')
                    assert small == [], f'{name}, {place}: smaller than 24 px: {small[:6]}'
                    nameless = page.value('nameless()')
                    assert nameless == [], f'{name}, {place}: without a name: {nameless}'
                    wide = page.value('document.documentElement.scrollWidth - innerWidth')
                    assert wide <= 0, f'{place or "findings"} at {width} px is {wide} px too wide'
                assert faint == [], f'{scheme}, {name}: too little contrast: {faint[:6]}'
                self.quiet(page, url)
                page.close()

    def step_the_theme_is_chosen_and_remembered(self):
        url = address(self.shipped)
        page = self.page(url, scheme='light')
        back = 'getComputedStyle(document.body).backgroundColor'
        light = page.value(back)
        page.click('.theme')
        page.click('.theme')
        assert page.value('document.querySelector(".theme").textContent') == 'Theme: dark'
        dark = page.value(back)
        assert dark != light
        page.open(url)
        assert page.value(back) == dark, 'forgotten on reload'
        page.value('localStorage.clear()')
        self.quiet(page, url)
        page.close()

    def step_print_shows_what_is_filtered_in(self):
        url = address(self.shipped)
        page = self.page(url)
        page.click('.facet li.contradict input')
        page.pdf(self.results / 'contradictions.pdf')
        page.value('dispatchEvent(new Event("beforeprint"))')
        opened = page.value('document.querySelectorAll(".finding.open").length')
        assert opened == page.value('document.querySelectorAll(".finding").length') == 3, opened
        page.call('Emulation.setEmulatedMedia', media='print')
        page.screenshot(self.results / 'print.png', whole=True)
        shown = page.value('getComputedStyle(document.querySelector(".facets")).display')
        assert shown == 'none', shown
        page.value('dispatchEvent(new Event("afterprint"))')
        assert page.value('document.querySelectorAll(".finding.open").length') == 0
        assert (self.results / 'contradictions.pdf').stat().st_size > 10_000
        page.close()


def main(program, shipped, results):
    if devtools.chromium() is None:
        print('skipped: the HTML report in a browser: no chromium here (apt-get install chromium)')
        return 77
    results = pathlib.Path(results)
    shutil.rmtree(results, ignore_errors=True)
    results.mkdir(parents=True)
    steps = [name for name in Test.__dict__ if name.startswith('step_')]
    failed = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        folder = pathlib.Path(folder)
        (folder / 'profile').mkdir()
        with devtools.Browser(folder / 'profile') as browser:
            test = Test(browser, shipped, Reports(program, folder), results)
            original = browser.page

            def prepared(width, height):
                page = original(width, height)
                page.call('Page.addScriptToEvaluateOnNewDocument', source=PAGE_JS)
                return page
            browser.page = prepared
            for name in steps:
                began = time.monotonic()
                words = name[len('step_'):].replace('_', ' ')
                try:
                    getattr(test, name)()
                    print(f'ok      {words} ({time.monotonic() - began:.1f} s)')
                except devtools.Gone:
                    raise
                except Exception:
                    failed += 1
                    print(f'FAILED  {words}\n{traceback.format_exc()}')
        (results / 'figures.json').write_text(json.dumps(test.figures, indent=1) + '\n')
        print(json.dumps(test.figures))
    print(f'{len(steps) - failed} of {len(steps)} steps passed; screenshots in {results}')
    return 1 if failed else 0


if __name__ == '__main__':
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
