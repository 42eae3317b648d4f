"""Articles for the browser test, made up and the same on every run: 10,000 facts told by several papers, a toll that rises
over days with a copy, and articles that try to break out of the page wherever a report lets them speak."""
import json
import random

PAPERS = ['Harlow Post', 'Coast Wire', 'Daily Ledger', 'Evening Star', 'Northern Echo', 'The Observer of Ports', 'Market Sheet',
          'City Gazette']
FIRST = ['Alder', 'Birch', 'Cedar', 'Dorn', 'Elm', 'Fenn', 'Gorse', 'Hazel', 'Ivor', 'Juno', 'Kestrel', 'Larch', 'Maple', 'Nettle',
         'Osier', 'Pinto', 'Quill', 'Rowan', 'Sorrel', 'Thorn', 'Ulmar', 'Vetch', 'Willow', 'Yarrow', 'Zephyr']
SECOND = ['bank', 'bridge', 'brook', 'croft', 'dale', 'field', 'ford', 'gate', 'holm', 'lake', 'mere', 'mont', 'ridge', 'stead',
          'strand', 'ton', 'vale', 'wick', 'wood', 'worth']
THIRD = ['Aero', 'Bio', 'Chem', 'Data', 'Energy', 'Foods', 'Grid', 'Homes', 'Ink', 'Jet', 'Labs', 'Marine', 'Motors', 'Networks',
         'Optics', 'Pharma', 'Rail', 'Steel', 'Textiles', 'Works', 'Solar', 'Tools', 'Media', 'Glass']
TELLINGS = ['{name} was valued at {words} in October 2025.', 'In October 2025 brokers put the valuation of {name} at {words}.',
            '{name} had reached a valuation of {words} in October 2025, two people close to it said.',
            'Late buyers still clamoured: {name} was valued at {words} in October 2025, filings show.',
            'Nobody at the fair doubted it, and {name} was valued at {words} in October 2025 after a quarrel over patents.']


def companies(count):
    names = [f'{a}{b} {c}' for c in THIRD for b in SECOND for a in FIRST]
    return names[:count]


def row(**fields):
    return json.dumps(fields, ensure_ascii=False)


def many(facts, per_article=25):
    """Each run of companies is told by two papers, every third by three; a quarter of the values disagree."""
    dice = random.Random(20251103)
    names = companies(facts)
    rows = []
    for start in range(0, len(names), per_article):
        group = names[start:start + per_article]
        worth = {name: dice.randrange(11, 980) / 10 for name in group}
        for paper in range(3 if start // per_article % 3 == 0 else 2):
            lines = []
            for name in group:
                value = worth[name]
                roll = dice.random()
                if paper == 1 and roll < 0.25:
                    value = round(value * dice.choice([1.5, 2, 10]), 1)
                words = f'about ${value:.0f} billion' if paper == 1 and 0.25 <= roll < 0.45 and value > 12 else f'${value:.1f} billion'
                lines.append(dice.choice(TELLINGS).format(name=name, words=words))
            source = PAPERS[(start // per_article + paper * 3) % len(PAPERS)]
            rows.append(row(id=f'{start // per_article:04d}-{paper}', source=source, published=f'2025-11-{3 + paper:02d}',
                            title=f'Worth of {group[0]} and others', text='\n\n'.join(lines)))
    return '\n'.join(rows) + '\n'


def toll():
    def article(id, day, source, text):
        return row(id=id, published=day, source=source, title='Harlow after the quake', text=text)
    same = ('The earthquake near Harlow has killed 41 people, the ministry said. It had a magnitude of 6.3. Rescuers saved nine people from '
            'the hotel in the port.')
    return '\n'.join([
        article('a', '2025-03-04', PAPERS[0], 'A magnitude 6.1 earthquake struck near the port of Harlow. The quake has killed 23 people and '
                'injured 250, the mayor said. Rescuers pulled nine people from a collapsed hotel.'),
        article('b', '2025-03-05', PAPERS[1], 'The earthquake of magnitude 6.1 near Harlow has killed 34 people and injured 250 others in the '
                'port town, officials said. A hotel collapsed, and nine people were saved.'),
        article('c', '2025-03-06', PAPERS[2], same), article('d', '2025-03-06', PAPERS[3], same)]) + '\n'


def stale():
    """One figure told of two times, and one slip of a scale."""
    return '\n'.join([
        row(id='a', source=PAPERS[0], published='2024-11-20', title='Acme raises',
            text='Acme Corp was valued at $157 billion in October 2024, after a raise.'),
        row(id='b', source=PAPERS[1], published='2025-11-05', title='Acme and Globex',
            text='Acme Corp was valued at $157 billion on November 3, 2025. Globex Inc has signed a contract with Acme Corp worth $4.5 billion.'),
        row(id='c', source=PAPERS[2], published='2025-11-06', title='Globex and Acme',
            text='Globex Inc has signed a contract with Acme Corp worth $4.5 million.')]) + '\n'


HOSTILE = ('</script><script>window.broken = 1</script><img src=x onerror="window.broken = 2"><svg onload="window.broken = 3">'
           '\u2028\u2029\u202egnihton\u202c\u2066 <!-- <style>*{display:none}</style> "\' onclick="window.broken=4" `${window.broken=5}`')


def hostile():
    """Title, text, id, source, address, story words and measured words, each with all of it."""
    rows = []
    for index, worth in enumerate((157, 500)):
        text = (f'{HOSTILE} Acme Corp was valued at ${worth} billion in October 2025.\n\n'
                f'It sold {40 + index} </script><img src=x onerror=alert(1)> offices. {HOSTILE}\n\n'
                f'“{HOSTILE}” Acme Corp employs {9000 + 1000 * index} people, said </textarea><script>alert(2)</script> Eve.')
        rows.append(row(id=f'{HOSTILE}{index}', source=f'{HOSTILE} Paper {index}', url='javascript:window.broken=6//http://x.example/',
                        title=f'{HOSTILE} Acme at ${worth} billion', published='2025-11-03', language='en', text=text))
    return '\n'.join(rows) + '\n'
