"""A headless Chromium, driven through its DevTools protocol over a pipe: no port, no web socket, nothing but the standard
library. Messages are JSON, each closed by a NUL; the browser reads file descriptor 3 and writes 4.

    with Browser(profile) as browser:
        page = browser.page(1280, 900)
        page.open('file:///…/index.html')
        page.value('document.title')
"""
import base64
import json
import os
import select
import shutil
import subprocess
import time

DEADLINE_S = 120


def chromium():
    """The browser's path; None where there is none."""
    return next((path for path in map(shutil.which, ('chromium', 'chromium-browser', 'google-chrome')) if path), None)


class Gone(Exception):
    pass


class Browser:
    def __init__(self, profile):
        self.profile = str(profile)
        self.next_id = 0
        self.buffer = b''
        self.listeners = []

    def __enter__(self):
        to_browser, self.write_end = os.pipe()
        self.read_end, from_browser = os.pipe()

        def wire():  # in the child: 3 to read, 4 to write, whatever numbers the pipes got
            reading, writing = os.dup(to_browser), os.dup(from_browser)
            high_read, high_write = os.dup2(reading, 100), os.dup2(writing, 101)
            os.dup2(high_read, 3)
            os.dup2(high_write, 4)
            os.closerange(5, 256)

        environment = dict(os.environ, HOME=self.profile, XDG_CONFIG_HOME=self.profile, XDG_CACHE_HOME=self.profile)
        self.process = subprocess.Popen(
            [chromium(), '--headless=new', '--remote-debugging-pipe', '--no-sandbox', '--disable-gpu', '--no-first-run',
             '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync',
             '--disable-extensions', '--hide-scrollbars', '--force-color-profile=srgb', '--lang=en',
             '--disable-features=Translate,OptimizationHints,MediaRouter', f'--user-data-dir={self.profile}', 'about:blank'],
            preexec_fn=wire, close_fds=False, env=environment, stdout=subprocess.DEVNULL,
            stderr=open(os.path.join(self.profile, 'browser.log'), 'wb'))
        os.close(to_browser)
        os.close(from_browser)
        return self

    def __exit__(self, *unused):
        try:
            self.call('Browser.close')
            self.process.wait(10)
        except (Gone, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        os.close(self.write_end)
        os.close(self.read_end)

    def read(self, deadline):
        """The next message; None when there is none in time."""
        while b'\0' not in self.buffer:
            ready, _, _ = select.select([self.read_end], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                return None
            chunk = os.read(self.read_end, 1 << 20)
            if not chunk:
                raise Gone('the browser has ended; see browser.log in its profile')
            self.buffer += chunk
        message, self.buffer = self.buffer.split(b'\0', 1)
        message = json.loads(message)
        if 'method' in message:
            for listener in self.listeners:
                listener(message)
        return message

    def call(self, method, session=None, **params):
        self.next_id += 1
        own = self.next_id
        message = {'id': own, 'method': method, 'params': params}
        if session:
            message['sessionId'] = session
        data = json.dumps(message).encode() + b'\0'
        while data:
            data = data[os.write(self.write_end, data):]
        deadline = time.monotonic() + DEADLINE_S
        while True:
            answer = self.read(deadline)
            if answer is None:
                raise Gone(f'{method}: no answer in {DEADLINE_S} s')
            if answer.get('id') != own:
                continue
            if 'error' in answer:
                raise RuntimeError(f'{method}: {answer["error"]["message"]}')
            return answer['result']

    def listen_for(self, seconds):
        """Takes what comes for a while."""
        deadline = time.monotonic() + seconds
        while self.read(deadline) is not None:
            pass

    def page(self, width, height):
        return Page(self, width, height)


class Page:
    """A tab. `requests`, `console` and `violations` hold what went on in it since it was made."""

    def __init__(self, browser, width, height):
        self.browser = browser
        target = browser.call('Target.createTarget', url='about:blank')['targetId']
        self.session = browser.call('Target.attachToTarget', targetId=target, flatten=True)['sessionId']
        self.target = target
        self.requests, self.console, self.violations, self.dialogs = [], [], [], []
        self.loaded = 0
        browser.listeners.append(self.hear)
        for domain in ('Page', 'Runtime', 'Network', 'Log', 'DOM', 'Audits'):
            self.call(f'{domain}.enable')
        self.call('Performance.enable', timeDomain='threadTicks')
        self.size(width, height)

    def call(self, method, **params):
        return self.browser.call(method, session=self.session, **params)

    def hear(self, message):
        if message.get('sessionId') != self.session:
            return
        method, params = message['method'], message['params']
        if method == 'Page.loadEventFired':
            self.loaded += 1
        elif method == 'Network.requestWillBeSent':
            self.requests.append(params['request']['url'])
        elif method == 'Runtime.exceptionThrown':
            details = params['exceptionDetails']
            self.console.append('exception: ' + details.get('exception', {}).get('description', details['text']))
        elif method == 'Runtime.consoleAPICalled':
            self.console.append(f'{params["type"]}: ' + ' '.join(str(one.get('value')) for one in params['args']))
        elif method == 'Log.entryAdded':
            self.console.append(f'{params["entry"]["level"]}: {params["entry"]["text"]}')
        elif method == 'Audits.issueAdded' and 'contentSecurityPolicyIssueDetails' in params['issue']['details']:
            self.violations.append(params['issue']['details']['contentSecurityPolicyIssueDetails'])
        elif method == 'Page.javascriptDialogOpening':
            self.dialogs.append(params['message'])

    def size(self, width, height, phone=False):
        self.call('Emulation.setDeviceMetricsOverride', width=width, height=height, deviceScaleFactor=2 if phone else 1,
                  mobile=phone)

    def scheme(self, name):
        self.call('Emulation.setEmulatedMedia', features=[{'name': 'prefers-color-scheme', 'value': name}])

    def scripts(self, allowed):
        self.call('Emulation.setScriptExecutionDisabled', value=not allowed)

    def open(self, url):
        before = self.loaded
        self.call('Page.navigate', url=url)
        deadline = time.monotonic() + DEADLINE_S
        while self.loaded == before:
            if self.browser.read(deadline) is None:
                raise Gone(f'{url} did not load')
        self.settle()

    def settle(self):
        """Two frames, so that what was asked for is laid out and painted."""
        self.value('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))')

    def value(self, expression):
        answer = self.call('Runtime.evaluate', expression=expression, returnByValue=True, awaitPromise=True)
        if 'exceptionDetails' in answer:
            details = answer['exceptionDetails']
            raise RuntimeError(f'{expression}: ' + details.get('exception', {}).get('description', details['text']))
        return answer['result'].get('value')

    def wait(self, expression, seconds=20):
        deadline = time.monotonic() + seconds
        while not self.value(expression):
            if time.monotonic() > deadline:
                raise AssertionError(f'never true: {expression}')
            time.sleep(0.02)

    def busy_ms(self):
        """What the page's thread has worked since it was made; other programs on the machine do not count."""
        metrics = {one['name']: one['value'] for one in self.call('Performance.getMetrics')['metrics']}
        return 1000 * metrics['TaskDuration']

    def click(self, selector):
        """A real click, with the mouse, in the middle of what the selector finds."""
        self.value(f'document.querySelector({json.dumps(selector)}).scrollIntoView({{block: "center"}})')
        self.settle()
        box = self.value(f'(() => {{ const r = document.querySelector({json.dumps(selector)}).getClientRects()[0];'
                         ' return [r.x + r.width / 2, r.y + r.height / 2]; })()')
        for kind in ('mousePressed', 'mouseReleased'):
            self.call('Input.dispatchMouseEvent', type=kind, x=box[0], y=box[1], button='left', clickCount=1)
        self.settle()

    def key(self, name, code=None, text=None, shift=False):
        codes = {'Tab': 9, 'Enter': 13, 'ArrowDown': 40, 'ArrowUp': 38, ' ': 32}
        params = {'key': name, 'code': code or name, 'windowsVirtualKeyCode': codes.get(name, 0),
                  'modifiers': 8 if shift else 0}
        if text or name == 'Enter':
            params['text'] = text or '\r'
        self.call('Input.dispatchKeyEvent', type='keyDown', **params)
        params.pop('text', None)
        self.call('Input.dispatchKeyEvent', type='keyUp', **params)

    def type(self, text):
        self.call('Input.insertText', text=text)

    def screenshot(self, path, whole=False, at_once=False):
        if not at_once:
            self.settle()
        params = {'format': 'png'}
        if whole:
            size = self.call('Page.getLayoutMetrics')['cssContentSize']
            params.update(captureBeyondViewport=True,
                          clip={'x': 0, 'y': 0, 'width': size['width'], 'height': min(size['height'], 6000), 'scale': 1})
        with open(path, 'wb') as file:
            file.write(base64.b64decode(self.call('Page.captureScreenshot', **params)['data']))

    def pdf(self, path):
        with open(path, 'wb') as file:
            file.write(base64.b64decode(self.call('Page.printToPDF', printBackground=True)['data']))

    def close(self):
        self.browser.listeners.remove(self.hear)
        self.browser.call('Target.closeTarget', targetId=self.target)
