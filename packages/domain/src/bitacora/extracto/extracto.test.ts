import { createHash } from 'node:crypto'
import { compararExtracto, type InformeExtracto } from './comparar.ts'
import { ContradictionError, DivergenceError, UnreadableError, veredictoDe } from './fallas.ts'
import { sentenceOfExtracto } from './frase.ts'
import { listarCabezas, readEstadosDeCortes } from './cabezas.ts'
import { renglonesDe, type RenglonExtracto } from './renglones.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
/** As the browser hashes: never at once. */
const sha256 = (text: string) => Promise.resolve(hash(text))

function chain(contents: readonly string[]): RenglonExtracto[] {
  let last = ''
  return contents.map((contenido, at) => ({ n: at + 1, contenido, hash: (last = hash(last + contenido)) }))
}

const dia = (n: number) => `2024-04-${String(n).padStart(2, '0')}T18:00:00.000Z`
const intact = chain(Array.from({ length: 12 }, (_, i) => JSON.stringify({ acto: 'captura.guardada', en: dia(i + 1) })))
const headAt = (n: number, actos = intact) => ({ n, hash: actos[n - 1]?.hash ?? '', firmante: `la cabeza ${n}`, en: dia(n) })
const publicadas = [headAt(5), headAt(10)]

async function* linesOf(texts: readonly string[]) {
  for (const text of texts) yield await Promise.resolve(text)
}
const check = (actos: readonly unknown[], heads = publicadas): Promise<InformeExtracto> => {
  const lines = linesOf(actos.map((acto) => (typeof acto === 'string' ? acto : JSON.stringify(acto))))
  return compararExtracto(renglonesDe(lines, { sha256 }), { publicadas: heads, relacionar: (since) => `${since.length} actos` })
}
const faultOf = (actos: readonly unknown[], heads = publicadas) =>
  check(actos, heads).then(
    () => Promise.reject(new Error('it agreed')),
    (fault: Error) => [veredictoDe(fault), fault.constructor, fault.message],
  )

describe('an extract, wherever it is checked', () => {
  it('that is older is whole to the last signed act, of which the date is told', async () => {
    const report = await check(intact.slice(0, 7))
    expect(report).toEqual({ actos: 7, anclado: 5, ancladoEn: dia(5), descargado: null, despues: headAt(10) })
    expect(sentenceOfExtracto(report, 'b.jsonl')).toMatch(
      /^Íntegro hasta el acto 5 \(5 de abril de 2024.* 12:00\); después hay más: la cabeza 10 firmó que ya había 10 actos\.$/m,
    )
    expect(sentenceOfExtracto(await check(intact, []), 'b.jsonl')).toContain('12 actos encadenados. Ninguna firma cae en ellos.')
  })

  it('names the act at which it contradicts itself or what was signed', async () => {
    const altered = intact.map((acto) => (acto.n === 7 ? { ...acto, contenido: '{"acto":"otro"}' } : acto))
    expect(await faultOf(altered)).toEqual(['CONTRADICCIÓN en el acto 7', ContradictionError, expect.stringContaining('se alteró')])
    expect(await faultOf(intact.filter(({ n }) => n !== 4))).toEqual([
      'CONTRADICCIÓN en el acto 4',
      ContradictionError,
      expect.stringContaining('Falta el acto 4'),
    ])
    expect(await faultOf(intact, [{ ...headAt(5), hash: 'otra' }, headAt(10)])).toEqual([
      'CONTRADICCIÓN en el acto 5',
      ContradictionError,
      'El acto 5 de la bitácora no es el que firmó la cabeza 5: la cadena se volvió a escribir.',
    ])
  })

  it('that was cut, and closed as of later, lacks its end', async () => {
    const closing = JSON.stringify({ acto: 'bitacora.extraida', sistema: dia(11) })
    const cut = chain([...intact.slice(0, 7).map(({ contenido }) => contenido), closing])
    expect(await faultOf(cut)).toEqual(['CONTRADICCIÓN en el acto 8', ContradictionError, expect.stringContaining('le falta el final')])
  })

  it('that goes on otherwise than the system accuses nobody, and tells what the system may lack', async () => {
    const other = chain(intact.map(({ contenido }, at) => (at < 6 ? contenido : 'no es JSON')))
    expect(await faultOf(other)).toEqual(['NO COINCIDE', DivergenceError, expect.stringMatching(/Coinciden hasta el acto 5\.[^]*7 actos$/)])
  })

  it('that is another file, or none, gets no verdict', async () => {
    for (const texts of [['%PDF-1.7', 'x'], ['{"a":1}'], ['null'], []]) {
      expect(await faultOf(texts)).toEqual([null, UnreadableError, expect.stringContaining('no es un extracto de la bitácora')])
    }
    expect(await faultOf([intact[0], 'x'])).toEqual(['CONTRADICCIÓN en el acto 2', ContradictionError, expect.anything()])
  })
})

describe('the public list of heads', () => {
  it('is read to its end, page by page, and once', async () => {
    const cabeza = (numero: number) => ({ cabecera: { numero } })
    const asked: (number | null)[] = []
    const pages = new Map<number | null, unknown[]>([
      [null, [cabeza(4), cabeza(3)]],
      [3, [cabeza(2), cabeza(1)]],
    ])
    const read = (antes: number | null) => Promise.resolve((asked.push(antes), pages.get(antes) ?? []))
    expect(await listarCabezas(read)).toHaveLength(4)
    expect(asked).toEqual([null, 3])
    expect(await listarCabezas(() => Promise.resolve([]))).toEqual([])
  })
})

describe('the heads that cortes sign', () => {
  const llaves = () => Promise.resolve({ elementos: [{ id: 'k1', llave: 'spki' }] })
  const cripto = { sha256, canonical: JSON.stringify, firmo: ({ firma }: { firma: string }) => Promise.resolve(firma === 'buena') }
  const corte = (numero: number, firma: string, bitacora?: object) => ({ cabecera: { numero, bitacora }, firma, llave: 'k1' })

  it('are those whose signature holds; a corte of before there were heads has none', async () => {
    const cortes = [corte(1, 'buena'), corte(2, 'buena', { n: 5, hash: 'h' })]
    expect(await readEstadosDeCortes({ cortes, llaves }, cripto)).toEqual([{ n: 5, hash: 'h', firmante: 'el corte 2', en: null }])
    await expect(readEstadosDeCortes({ cortes: [corte(3, 'otra', { n: 5, hash: 'h' })], llaves }, cripto)).rejects.toThrow(
      'Corte 3: la firma',
    )
  })
})
