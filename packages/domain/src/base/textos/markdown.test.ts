import { parseInline, parseMarkdown } from './markdown.ts'

const text = (value: string) => ({ type: 'text', text: value })

describe('parseMarkdown', () => {
  test('a notice with every kind of block becomes blocks in the same order', () => {
    const blocks = parseMarkdown(
      [
        '# Aviso',
        '',
        'Uno',
        'dos.',
        '',
        '> Nota.',
        '',
        '- a',
        '- b',
        '  sigue',
        '',
        '1. x',
        '',
        '| A | B |',
        '|---|---|',
        '| 1 | 2 |',
      ].join('\n'),
    )
    expect(blocks).toEqual([
      { type: 'heading', level: 1, children: [text('Aviso')] },
      { type: 'paragraph', children: [text('Uno dos.')] },
      { type: 'quote', children: [{ type: 'paragraph', children: [text('Nota.')] }] },
      { type: 'list', ordered: false, items: [[text('a')], [text('b sigue')]] },
      { type: 'list', ordered: true, items: [[text('x')]] },
      { type: 'table', header: [[text('A')], [text('B')]], rows: [[[text('1')], [text('2')]]] },
    ])
  })

  test('a list right after a sentence ends the paragraph', () => {
    expect(parseMarkdown('Dos:\n- a').map(({ type }) => type)).toEqual(['paragraph', 'list'])
  })

  test('bullets as people type them are items: indented, or with the signs of a word processor', () => {
    expect(parseMarkdown('Dos:\n  - a\n  - b\n• c\n– d')).toEqual([
      { type: 'paragraph', children: [text('Dos:')] },
      { type: 'list', ordered: false, items: [[text('a')], [text('b')], [text('c')], [text('d')]] },
    ])
  })

  test('text that is not Markdown, such as HTML, stays text', () => {
    expect(parseMarkdown('<img src=x onerror=alert(1)>')).toEqual([{ type: 'paragraph', children: [text('<img src=x onerror=alert(1)>')] }])
  })

  test('lines that only resemble a table or a marker always end', () => {
    expect(parseMarkdown('| suelta |\n>\n#\n-').length).toBeGreaterThan(0)
  })

  test('marks piled up by the thousand stay text instead of exhausting the reader', () => {
    expect(JSON.stringify(parseMarkdown('>'.repeat(50_000))).length).toBeLessThan(60_000)
    expect(parseInline('**a** '.repeat(20_000))).toHaveLength(40_000)
  })
})

describe('parseInline', () => {
  test('bold inside a sentence keeps the text around it', () => {
    expect(parseInline('a **b** c')).toEqual([text('a '), { type: 'strong', children: [text('b')] }, text(' c')])
  })

  test('a link to https becomes a link; any other address stays text', () => {
    expect(parseInline('[sitio](https://ejemplo.mx/a)')).toEqual([
      { type: 'link', href: 'https://ejemplo.mx/a', children: [text('sitio')] },
    ])
    expect(parseInline('[mal](javascript:alert(1))')).toEqual([text('[mal](javascript:alert(1))')])
  })
})
