import type { Membrete } from '@conoceles/domain'
import { unzip } from '../../../../../../tests/support/actos/expedientes.ts'
import { readPdf } from '../../../../../../tests/support/pdf.ts'
import { writeDocx } from '../docx/docx.ts'
import { renderPdf } from '../pdf/pdf.ts'
import type { PdfBlock, PdfDocument } from '../pdf/model.ts'
import { toCarta, type Carta } from './carta.ts'
import { conMarca, enPapel, faltasDePapel, tablaConFirma, tablaOf } from './papel.ts'

/** A black pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='

const MEMBRETE: Membrete = {
  nombre: 'Instituto Electoral de Ficción',
  area: 'Secretaría de Ficción',
  emblema: PNG,
  lema: 'Año de las pruebas',
  pie: ['Calle Imaginaria 1', 'Tel. 555'],
  rotulo: 'ATENTAMENTE',
  presente: 'P R E S E N T E',
  copias: { prefijo: 'C.c.p.', nota: 'Para su conocimiento. Presente.', siempre: ['Archivo.'] },
  tipografia: 'Times New Roman',
}

const CARTA: Carta = {
  titulo: 'Oficio IEF/SE/7/2030',
  numero: 'OFICIO IEF/SE/7/2030',
  lugar: 'Puerto Imaginario',
  fecha: '2030-05-01',
  asunto: 'Se remite el informe de abril',
  destinatarios: [{ nombre: 'Lic. Titular Ficticia', cargo: 'Enlace', organo: 'Autoridad Ficticia' }],
  atencion: { nombre: '', cargo: 'Unidad de Archivo', organo: 'Autoridad Ficticia' },
  cuerpo: [
    { type: 'paragraph', text: 'Con fundamento en el artículo 1, remito el informe.' },
    { type: 'paragraph', text: 'Sin otro particular, le envío un cordial saludo.' },
  ],
  firmas: [{ nombre: 'Mtra. Firma Ficticia', cargo: 'Secretaria Ejecutiva' }],
  anexos: ['El informe de abril de 2030'],
  copias: ['Presidencia del Concejo'],
  iniciales: 'MFF/abc',
  marcas: ['SIMULACRO, sin valor legal'],
  constancia: { facts: [{ label: 'Folio', text: 'F-1' }], archivos: [{ nombre: 'informe.pdf', sha256: 'a'.repeat(64) }] },
  creadaEn: '2030-05-01T16:00:00Z',
}
const carta = (more: Partial<Carta> = {}) =>
  toCarta({ ...CARTA, ...more }, { membrete: MEMBRETE, instituto: 'Instituto', proceso: 'Proceso' })

jest.setTimeout(120_000)

/** Parts of every letter, in their order. */
const PARTS = [
  'Instituto Electoral de Ficción',
  'Secretaría de Ficción',
  '"Año de las pruebas"',
  'OFICIO IEF/SE/7/2030',
  'Puerto Imaginario, a 1 de mayo de 2030',
  'ASUNTO: Se remite el informe de abril',
  'LIC. TITULAR FICTICIA ENLACE AUTORIDAD FICTICIA P R E S E N T E',
  'CON ATENCIÓN A: Unidad de Archivo',
  'Con fundamento en el artículo 1',
  'un cordial saludo.',
  'ATENTAMENTE',
  'Mtra. Firma Ficticia',
  'SECRETARIA EJECUTIVA',
  '1. El informe de abril de 2030',
  'C.c.p. Presidencia del Concejo. Para su conocimiento. Presente.',
  'C.c.p. Archivo.',
  'MFF/abc',
  'Constancia de integridad',
]

/** Text of its first head, its body and its foot. */
async function wordsOf(docx: Buffer): Promise<string> {
  const parts = await unzip(docx)
  const texts = [...parts].filter(([name]) => /^word\/(?:header|document|footer)/u.test(name)).map(([, xml]) => xml.toString('utf8'))
  return texts.map((xml) => xml.replaceAll(/<w:(?:tab|br)\/>/gu, ' ').replaceAll(/<\/w:p>/gu, ' ').replaceAll(/<[^>]+>/gu, '').replaceAll('&quot;', '"')).join(' ').replaceAll(/\s+/gu, ' ') // prettier-ignore
}

function inOrder(text: string): string[] {
  const at = PARTS.map((part) => text.indexOf(part))
  return PARTS.filter((_, index) => (at[index] ?? -1) < 0 || (index > 0 && (at[index] ?? 0) < (at[index - 1] ?? 0)))
}

describe('a letter on the paper of the institute', () => {
  it('has every part, in order, in the PDF', () => {
    const pdf = renderPdf(carta())
    const text = readPdf.text(pdf)
    expect(inOrder(text)).toEqual([])
    expect(text).not.toMatch(/\p{Cf}/u)
    expect(readPdf.properties(pdf)).toMatchObject({ Tagged: 'yes', Pages: '2' })
    for (const page of [1, 2]) expect(text).toContain(`Calle Imaginaria 1 · Tel. 555 Página ${page} de 2`)
    expect(text.split('SIMULACRO, sin valor legal')).toHaveLength(3)
  })

  it('has the same parts in the DOCX, the same bytes each time', async () => {
    const docx = await writeDocx(carta())
    const text = await wordsOf(docx)
    expect(PARTS.filter((part) => !text.includes(part))).toEqual([])
    expect(text.indexOf('ATENTAMENTE')).toBeLessThan(text.indexOf('C.c.p. Archivo.'))
    expect((await writeDocx(carta())).equals(docx)).toBe(true)
  })

  it('has its hash on the last page alone', () => {
    const pdf = renderPdf(carta())
    expect(readPdf.firstPage(pdf)).not.toContain('aaaa')
    expect(readPdf.text(pdf).replaceAll(' ', '')).toContain('a'.repeat(64))
  })

  it('never leaves its signature alone: at any length, words of the letter stand above it', () => {
    for (const lines of [9, 11, 12, 13, 14, 16]) {
      const cuerpo: PdfBlock[] = [
        ...Array.from({ length: lines }, (_, n): PdfBlock => ({ type: 'paragraph', text: `Párrafo ${n}.` })),
        ...CARTA.cuerpo,
      ]
      const words = readPdf.words(renderPdf(carta({ cuerpo })))
      const signed = words.find(({ text }) => text === 'ATENTAMENTE')
      const above = words.filter(({ page, text }) => page === signed?.page && text === 'cordial')
      expect([lines, above.length]).toEqual([lines, 1])
    }
  })
})

describe('any document', () => {
  const plain: PdfDocument = {
    title: 'Acta',
    institute: 'Instituto',
    proceso: 'Proceso',
    foot: 'Pie',
    notice: null,
    createdAt: '2030-05-01T16:00:00Z',
    orientation: 'portrait',
    blocks: [
      { type: 'points', items: [{ text: 'Lista de asistencia.', notes: [] }, { text: 'Informe.', notes: ['Presenta: la Secretaría'] }] }, // prettier-ignore
      {
        type: 'signatures',
        signers: Array.from({ length: 9 }, (_, n) => [`Persona ${n}`, 'Consejera']),
        closing: 'LAS FIRMAS QUE ANTECEDEN CORRESPONDEN AL ACTA',
      },
    ],
  }
  const official = { ...plain, membrete: enPapel(MEMBRETE, { encabezado: 'Acta', marcas: ['PROYECTO'] }) }

  it('takes the letterhead on, in both formats, with its agenda numbered and room for all to sign', async () => {
    const said = ['PROYECTO', '1. Lista de asistencia.', '2. Informe.', 'Presenta: la Secretaría', 'Persona 8', 'LAS FIRMAS QUE ANTECEDEN']
    const text = readPdf.text(renderPdf(official))
    const word = await wordsOf(await writeDocx(official))
    expect(said.filter((part) => !text.includes(part))).toEqual([])
    expect(said.filter((part) => !word.includes(part))).toEqual([])
  })

  it('keeps together the signatures that fit on a page, and lets many run over', () => {
    const pagesOf = (signers: number, lines: number) => {
      const cuerpo = Array.from({ length: lines }, () => ({ type: 'paragraph' as const, text: 'Se trató el punto.' }))
      const firmas = { type: 'signatures' as const, signers: Array.from({ length: signers }, (_, n) => [`Firma${n}`, 'CONSEJERÍA']) }
      const words = readPdf.words(renderPdf({ ...official, blocks: [...cuerpo, firmas] }))
      const signed = words.filter(({ text }) => text.startsWith('Firma'))
      return [signed.length, new Set(signed.map(({ page }) => page)).size]
    }
    for (const lines of [6, 14, 20]) expect([lines, pagesOf(9, lines)]).toEqual([lines, [9, 1]])
    expect(pagesOf(30, 0)[0]).toBe(30)
    expect(pagesOf(30, 0)[1]).toBeGreaterThan(1)
  })

  it('leaves room to sign beside each name of a list, in both formats, on whichever page the name is', async () => {
    const listed = {
      ...official,
      blocks: [
        tablaConFirma(
          ['Nombre'],
          Array.from({ length: 30 }, (_, n) => [`Firmante${n}`]),
        ),
      ],
    }
    const words = readPdf.words(renderPdf(listed))
    expect(new Set(words.filter(({ text }) => text.startsWith('Firmante')).map(({ page }) => page))).toEqual(new Set([1, 2]))
    expect(words.filter(({ text }) => text === 'Firma')).toHaveLength(2)
    const document = (await unzip(await writeDocx(listed))).get('word/document.xml')?.toString() ?? ''
    expect(document.match(/<w:trHeight /g)).toHaveLength(30)
  })

  it('names a file with a hyphen once, also where its line breaks', () => {
    const rows = Array.from({ length: 12 }, (_, n) => ['La convocatoria de la sesión extraordinaria', 'Sin firma', `01-sesiones/02-convocatoria/${'x'.repeat(n)}informe-mensual-emision-${n}.pdf`]) // prettier-ignore
    const words = readPdf.words(renderPdf({ ...official, blocks: [tablaOf(['Documento', 'Firma', 'Archivo'], rows)] }))
    expect(words.filter(({ text }) => text.startsWith('-'))).toEqual([])
  })

  it('is no final paper while it shows a field, a doubt, an incomplete number or an invisible sign', () => {
    const with_ = (text: string) => faltasDePapel({ ...official, blocks: [{ type: 'paragraph', text }] })
    expect(with_('Todo escrito, con su número IEF/SE/7/2030.')).toEqual([])
    expect(with_('Se remite {documento}.')).toEqual(['Queda un campo sin llenar: {documento}.'])
    expect(with_('[Asiente lo tratado.]')).toEqual(['Queda un campo sin llenar: [Asiente lo tratado.].'])
    expect(with_('Domicilio por confirmar')).toEqual(['Dice «por confirmar».'])
    expect(with_('IEF/SE/…/2030')).toEqual(['El número está incompleto.'])
    expect(with_('p\u200bdf')).toEqual(['Lleva signos que no se ven.'])
    expect(conMarca(official, 'BORRADOR').membrete?.marcas).toEqual(['PROYECTO', 'BORRADOR'])
  })
})
