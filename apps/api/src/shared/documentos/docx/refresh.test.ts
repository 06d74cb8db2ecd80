import { Document, Packer, Paragraph, SimpleField, TextRun } from 'docx'
import { inflate, readZip } from '../../archivos/unzip.ts'
import { packZip } from '../../archivos/zip.ts'
import { refreshDocx } from './refresh-archive.ts'
import { noneRefreshed, readProperties, refreshFields } from './refresh.ts'
import { tokensOf, unescaped } from '../xml-tokens.ts'

const map = (values: Record<string, string>) => new Map(Object.entries(values))
const refresh = (xml: string, before: Record<string, string>, after: Record<string, string>) => {
  const told = noneRefreshed()
  return { xml: refreshFields(xml, { before: map(before), after: map(after) }, told), told }
}
const simple = (name: string, inside: string) =>
  `<w:fldSimple w:instr=" DOCPROPERTY &quot;${name}&quot; \\* MERGEFORMAT ">${inside}</w:fldSimple>`
const run = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
/** As Word writes a field again: its instruction in pieces, and its result too. */
const complex = (name: string, inside: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> DOCPROP</w:instrText></w:r><w:r><w:instrText>ERTY  "${name}" </w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${inside}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

it('replaces the result of simple and of complex fields, whatever pieces they are in, and nothing else', () => {
  const around = '<w:p><w:ins w:id="1" w:author="Consejera"><w:r><w:t>nota & más</w:t></w:r></w:ins><!-- <w:t> > -->'
  const { xml, told } = refresh(
    around + simple('a.b', run('1,0') + run('08')) + complex('c', run('&lt;5')),
    { 'a.b': '1,008', c: '<5' },
    { 'a.b': '999', c: 'a & b' },
  )
  expect(xml).toBe(around + simple('a.b', run('999') + run('')) + complex('c', run('a &amp; b')))
  expect([...told.refreshed]).toEqual(['a.b', 'c'])
})

it.each([
  ['somebody typed over it', run('1,009')],
  ['it carries a tracked change', `${run('1,00')}<w:ins w:id="2"><w:r><w:t>8</w:t></w:r></w:ins>`],
  ['it was deleted with a mark', '<w:del w:id="3"><w:r><w:delText>1,008</w:delText></w:r></w:del>'],
])('leaves a field as it is when %s', (_why, inside) => {
  const xml = simple('a', inside)
  const { xml: after, told } = refresh(xml, { a: '1,008' }, { a: '7' })
  expect([after, [...told.byHand]]).toEqual([xml, ['a']])
})

it('tells equal fields and missing ones, and leaves the fields of others alone', () => {
  const xml =
    simple('same', run('1')) +
    simple('gone', run('2')) +
    simple('theirs', run('3')) +
    '<w:fldSimple w:instr="PAGE"><w:r><w:t>4</w:t></w:r></w:fldSimple>'
  const { xml: after, told } = refresh(xml, { same: '1', gone: '2' }, { same: '1' })
  expect(after).toBe(xml)
  expect([[...told.same], [...told.gone], told.byHand.size]).toEqual([['same'], ['gone'], 0])
})

it('tokens joined are the text again, and an endless token is refused in a time that grows with its length', () => {
  const xml = `<?xml version="1.0"?><a b=">" c='<'>x &gt; y</a><!-- < > --><![CDATA[<t>]]>`
  expect(tokensOf(xml).join('')).toBe(xml)
  expect(() => tokensOf(`<a "${'<'.repeat(2_000_000)}`)).toThrow('ilegible')
  expect(unescaped('&#x4E;&#101;&amp;lt;&nada;&#9999999;')).toBe('Ne&lt;&nada;&#9999999;')
})

async function draft(): Promise<Buffer> {
  const file = new Document({
    customProperties: [
      { name: 'conoceles.informe', value: '11.13' },
      { name: 'n', value: '10' },
    ],
    comments: { children: [{ id: 0, author: 'Consejera', children: [new Paragraph('¿Y esto?')] }] },
    sections: [
      {
        children: [
          new Paragraph({ children: [new TextRun('Hay '), new SimpleField('DOCPROPERTY "n"', '10'), new TextRun(' candidaturas')] }),
        ],
      },
    ],
  })
  return Packer.toBuffer(file)
}

async function parts(archive: Buffer): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const [name, entry] of readZip(archive, 1e7)) {
    const pieces: Buffer[] = []
    for await (const piece of inflate(archive, entry, { bytes: 1e7 })) pieces.push(piece)
    found.set(name, Buffer.concat(pieces).toString('utf8'))
  }
  return found
}

it('changes only the field and its property in a whole document', async () => {
  const before = await draft()
  const judge = (properties: ReadonlyMap<string, string>) => expect(properties.get('conoceles.informe')).toBe('11.13')
  const result = await refreshDocx(before, map({ n: '12', otra: '3' }), { judge, fresh: before })
  if ('external' in result) throw new Error('refused')
  const [old, now] = [await parts(before), await parts(result.bytes)]
  expect([...now.keys()]).toEqual([...old.keys()])
  expect(
    [...now]
      .filter(([name, text]) => old.get(name) !== text)
      .map(([name]) => name)
      .sort(),
  ).toEqual(['docProps/custom.xml', 'word/document.xml'])
  expect(now.get('word/document.xml')).toBe(old.get('word/document.xml')?.replace('>10<', '>12<'))
  expect(readProperties(now.get('docProps/custom.xml') ?? '').get('n')).toBe('12')
  expect([...result.absent]).toEqual(['otra'])
})

it('names an address that a document would fetch from outside, and lets links be links', async () => {
  const all = await parts(await draft())
  const withRel = (type: string) => {
    const rel = `<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://x.example/t" TargetMode="External"/></Relationships>`
    const entries = [...all].map(([ruta, text]) => ({
      ruta,
      contenido: Buffer.from(ruta === 'word/_rels/document.xml.rels' ? text.replace('</Relationships>', rel) : text),
    }))
    return packZip(entries)
  }
  const run = async (type: string) => refreshDocx(await withRel(type), new Map(), { judge: () => undefined, fresh: await draft() })
  expect(await run('attachedTemplate')).toEqual({ external: 'http://x.example/t' })
  expect(await run('hyperlink')).not.toHaveProperty('external')
})
