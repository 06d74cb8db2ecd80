import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sentenceOfExtracto } from '@conoceles/domain'
import { canonical } from '../../shared/criptografia/canonical.ts'
import { ContradictionError, DivergenceError } from './faults.ts'
import type { Source } from './source.ts'
import { verifyBase } from './verify-base.ts'
import { verifyBitacora } from './verify-bitacora.ts'

interface Acto {
  n: number
  contenido: string
  hash: string
}

const folder = mkdtempSync(join(tmpdir(), 'verificar-bitacora-'))
const file = join(folder, 'bitacora.jsonl')
afterAll(() => rmSync(folder, { recursive: true }))

function chain(contents: string[]): Acto[] {
  let hash = ''
  return contents.map((contenido, at) => {
    hash = createHash('sha256')
      .update(hash + contenido)
      .digest('hex')
    return { n: at + 1, contenido, hash }
  })
}

const intact = chain(Array.from({ length: 12 }, (_, i) => `{"acto":"prueba.${i + 1}"}`))
const headAt = (n: number, actos = intact) => ({ n, hash: actos[n - 1]?.hash ?? '' })

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

/** Heads as the public list has them, each naming the one before. */
function signHeads(entries: number[], actos = intact) {
  let anterior: string | null = null
  return entries.map((n, at) => {
    const cabecera = { tipo: 'cabeza de la bitácora', numero: at + 1, en: '2024-04-20T16:00:00.000Z', anterior, bitacora: headAt(n, actos) }
    anterior = createHash('sha256').update(canonical(cabecera)).digest('hex')
    return { cabecera, firma: sign(null, Buffer.from(canonical(cabecera)), privateKey).toString('base64'), llave: 'k1' }
  })
}

/** Two cortes: the first signed entry 5, the second entry 10. */
const source: Source = {
  name: 'prueba',
  cabezas: () => Promise.resolve([]),
  llaves: () => Promise.resolve({ elementos: [{ id: 'k1', llave: spki }] }),
  numeros: () => Promise.resolve([1, 2]),
  corte: (numero) => Promise.resolve({ cabecera: { bitacora: headAt(numero * 5) } }),
  recurso: () => Promise.reject(new Error('not asked')),
  armazon: () => Promise.resolve(null),
  esperas: [],
}

const write = (actos: readonly unknown[]) => writeFileSync(file, actos.map((acto) => `${JSON.stringify(acto)}\n`).join(''))
const check = (actos: readonly unknown[], from: Source | null = source) => {
  write(actos)
  return verifyBitacora(file, { source: from })
}

describe('an extract of the bitácora, checked from outside', () => {
  it('agrees from the first entry to the last, and says how far cortes vouch for it', async () => {
    expect(await check(intact)).toEqual({ actos: 12, anclado: 10, ancladoEn: null, descargado: null, despues: null })
    expect(await check(intact, null)).toEqual({ actos: 12, anclado: 0, ancladoEn: null, descargado: null, despues: null })
  })

  it('with one entry altered is found at that entry', async () => {
    const altered = intact.map((acto) => (acto.n === 7 ? { ...acto, contenido: '{"acto":"otro"}' } : acto))
    await expect(check(altered)).rejects.toThrow('El acto 7 de la bitácora no es el que se encadenó')
  })

  it('with one entry removed is found at the gap', async () => {
    await expect(check(intact.filter(({ n }) => n !== 4))).rejects.toThrow('Falta el acto 4')
  })

  it('with one entry removed and the rest written again is found by the first corte that signed another', async () => {
    const again = chain(intact.filter(({ n }) => n !== 4).map(({ contenido }) => contenido))
    await expect(check(again)).rejects.toThrow('El acto 5 de la bitácora no es el que firmó el corte 1')
  })

  it('that ends before the newest head is whole as far as it goes, and is told of the later entries', async () => {
    const report = await check(intact.slice(0, 8))
    expect(report).toMatchObject({ actos: 8, anclado: 5, despues: { n: 10, firmante: 'el corte 2' } })
    expect(sentenceOfExtracto(report, 'b.jsonl').split('\n')).toEqual([
      'Íntegro hasta el acto 5; después hay más: el corte 2 firmó que ya había 10 actos.',
      'No termina con el acto de su descarga: es de una versión anterior, o se le quitó el final. Si se descargó después de que firmara el corte 2, le falta.',
      'Si el sistema tiene los actos 6 a 8: ninguna firma posterior de las publicadas cae en ellos; en su servidor lo dice «npm run verificar -- b.jsonl base».',
    ])
    expect(sentenceOfExtracto(await check(intact.slice(0, 3)), 'b.jsonl')).toContain('Ninguna firma cae en ellos; después hay más')
  })

  it('that is no extract, or is not there, is said so', async () => {
    await expect(check(['nada'])).rejects.toThrow('El renglón del acto 1')
    await expect(verifyBitacora(join(folder, 'no-esta.jsonl'), { source: null })).rejects.toThrow('No se pudo leer')
  })
  describe('with heads that were signed between cortes', () => {
    const [first, second, third] = signHeads([7, 11, 12])
    const withHeads = (...heads: (object | undefined)[]): Source => ({ ...source, cabezas: () => Promise.resolve(heads) })

    it('agrees, and is vouched for further than the cortes do', async () => {
      expect(await check(intact, withHeads(second, first))).toMatchObject({ actos: 12, anclado: 11, despues: null })
    })

    it('and says that it was downloaded after a head which it does not reach: its tail was cut', async () => {
      const closedAt = (sistema: string) =>
        chain([...intact.slice(0, 9).map(({ contenido }) => contenido), JSON.stringify({ acto: 'bitacora.extraida', sistema })])
      const heads = withHeads(...signHeads([7, 11]))
      const at = (sistema: string) => check(closedAt(sistema), { ...heads, numeros: () => Promise.resolve([1]) })
      await expect(at('2024-04-20T16:00:01.000Z')).rejects.toThrow(
        /se descargó el 20 de abril de 2024.* 10:00:01 del reloj del servidor, termina en el acto 10, y la cabeza 2 \(20 de abril de 2024.* 10:00:00 del reloj del servidor\) ya había firmado que había 11/,
      )
      const older = await at('2024-04-20T15:59:59.000Z')
      expect(older).toMatchObject({ actos: 10, anclado: 7, descargado: '2024-04-20T15:59:59.000Z', despues: { n: 11 } })
      expect(sentenceOfExtracto(older, 'b.jsonl')).toContain('Se descargó el 20 de abril de 2024')
    })

    it('is refused when one is missing, altered or signed by another', async () => {
      await expect(check(intact, withHeads(first, third))).rejects.toThrow('Falta la cabeza 2')
      await expect(check(intact, withHeads({ ...first, llave: 'k2' }))).rejects.toThrow('Cabeza 1 de la bitácora: la firma')
      const altered = { ...second, cabecera: { ...second?.cabecera, bitacora: headAt(9) } }
      await expect(check(intact, withHeads(first, altered))).rejects.toThrow('Cabeza 2 de la bitácora: la firma')
    })

    it('that somebody kept is found also when the system shows none of them any more', async () => {
      const kept = join(folder, 'cabezas.json')
      writeFileSync(kept, JSON.stringify({ elementos: [third] }))
      write(intact.slice(0, 11))
      await expect(verifyBitacora(file, { source, kept })).rejects.toThrow(
        /^El sistema no publica la cabeza 3 \(20 de abril de 2024.* 10:00:00 del reloj del servidor\), que firmó que ya había 12 actos: se restauró un respaldo, o la cadena se volvió a escribir\. Por fuera no se distingue\.$/,
      )
      await expect(verifyBitacora(file, { source, kept })).rejects.toThrow(DivergenceError)
      writeFileSync(kept, 'nada')
      await expect(verifyBitacora(file, { source, kept })).rejects.toThrow('no es una lista de cabezas')
    })
  })
})

describe('a system that was restored from a backup of 8 entries', () => {
  const kept = join(folder, 'guardadas.json')
  const contents = Array.from({ length: 8 }, (_, i) => `{"acto":"prueba.${i + 1}"}`)
  const actoOf = (acto: string) => JSON.stringify({ acto, en: '2024-04-20T10:00:00.000-06:00', objeto: { tipo: 'candidatura', id: 'c1' } })
  const lived = chain([...contents, ...['captura.guardada', 'consentimiento.revocado', 'consentimiento.formato_leido'].map(actoOf)])
  const restored = chain([...contents, ...['acceso.entrada', 'corte.publicado', 'acceso.entrada', 'acceso.salida'].map(actoOf)])
  const RETIRO = '  10  2024-04-20T10:00:00.000-06:00  consentimiento.revocado  candidatura c1\n'

  /** Source whose cortes signed these entries. */
  const signing = (actos: Acto[], ...entries: number[]): Source => ({
    ...source,
    numeros: () => Promise.resolve(entries.map((_, at) => at + 1)),
    corte: (numero) => Promise.resolve({ cabecera: { bitacora: headAt(entries[numero - 1] ?? 0, actos) } }),
  })
  const refusalOf = async (actos: readonly Acto[], from: Source, heads?: { n: number[]; of: Acto[] }): Promise<Error> => {
    write(actos)
    if (heads) writeFileSync(kept, JSON.stringify({ elementos: signHeads(heads.n, heads.of) }))
    return verifyBitacora(file, { source: from, kept: heads && kept }).then(
      () => Promise.reject(new Error('it agreed')),
      (error: Error) => error,
    )
  }

  it('is told the acts that it lacks, and is not accused, when the kept extract goes on otherwise', async () => {
    const { message, constructor } = await refusalOf(lived, signing(restored, 5, 10))
    expect(constructor).toBe(DivergenceError)
    expect(message).toContain('El acto 10 de la bitácora no es el que firmó el corte 2. Es lo que se ve si se restauró un respaldo')
    expect(message).toContain('Coinciden hasta el acto 5. En los actos 6 a 11 de este extracto están los que el sistema no tiene;')
    expect(message).toContain(RETIRO)
    expect(message).toContain('captura.guardada (1), consentimiento.formato_leido (1)')
  })

  it('is not accused either when nothing had been signed before the backup', async () => {
    const { message, constructor } = await refusalOf(lived, signing(restored, 10))
    expect(constructor).toBe(DivergenceError)
    expect(message).toContain('Ninguna firma dice hasta dónde coinciden. En los actos 1 a 11')
  })

  it('is told so by the heads that were kept, also before it signed anything more', async () => {
    for (const from of [signing(restored, 5), signing(restored, 5, 8), signing(restored, 8, 12)]) {
      const { message, constructor } = await refusalOf(lived, from, { n: [5, 11], of: lived })
      expect(constructor).toBe(DivergenceError)
      expect(message).toContain('El sistema firmó este extracto hasta el acto 11')
      expect(message).toContain(RETIRO)
    }
  })

  it('is told so by the heads that were kept when the extract is its own', async () => {
    const { message, constructor } = await refusalOf(restored, signing(restored, 5, 12), { n: [5, 11], of: lived })
    expect(constructor).toBe(DivergenceError)
    expect(message).toContain('El acto 11 de la bitácora no es el que firmó la cabeza 2')
  })

  it('is accused where no backup explains it', async () => {
    const other = chain(['{"acto":"otro"}', ...contents])
    const cases: [readonly Acto[], Source, { n: number[]; of: Acto[] }?][] = [
      [other, signing(restored, 5), { n: [5], of: restored }],
      [lived, signing(restored, 5, 10), { n: [5, 10], of: restored }],
    ]
    for (const each of cases) {
      const { message, constructor } = await refusalOf(...each)
      expect([constructor, message]).toEqual([ContradictionError, expect.stringContaining('la cadena se volvió a escribir.')])
    }
  })

  it('says itself, by its database and before anything is served, which acts it does not have', async () => {
    const hashesOf = (actos: Acto[]) => actos.map(({ hash }) => hash)
    write(lived)
    expect(await verifyBase(file, hashesOf(lived))).toBe(11)
    expect(await verifyBase(file, [...hashesOf(lived), 'y más'])).toBe(11)
    const missing = `La base no tiene los actos 9 a 11 del extracto.\n`
    const list = `Por ellos algo dejó de mostrarse o de guardarse. Se registran otra vez, antes de servir lo público (las supresiones, con npm run llavero -- resuprimir):\n${RETIRO}Los demás: captura.guardada (1), consentimiento.formato_leido (1).`
    await expect(verifyBase(file, hashesOf(lived.slice(0, 8)))).rejects.toThrow(new DivergenceError(missing + list))
    await expect(verifyBase(file, hashesOf(restored))).rejects.toThrow('Después del 8 la base tiene 4 de otros: es lo que se ve si')
    await expect(verifyBase(file, hashesOf(chain(contents.slice(1))))).rejects.toThrow(ContradictionError)
  })

  it('is told each act by which somebody left, was dismissed or has another password, with whom it names', async () => {
    const many = Array.from({ length: 7 }, (_, i) => `p${i}`)
    const of = (acto: string, objeto: { tipo: string; id: string }, candidaturas?: string[]) =>
      JSON.stringify({ acto, en: '2024-04-20T10:00:00.000-06:00', objeto, detalle: { candidaturas } })
    const after = [
      ...['candidatura.cancelada', 'candidatura.sustituida', 'seccion.pausada', 'acto.de_otra_version'].map(actoOf),
      of('bloqueo.confirmado', { tipo: 'bloqueo', id: 'b1' }, ['p1']),
      of('importacion.deshecha', { tipo: 'importacion', id: 'i1' }, many),
      ...['cuenta.desactivada', 'acceso.contrasena_restablecida', 'calendario.revocado'].map((acto) =>
        of(acto, { tipo: 'cuenta', id: 'a1' }),
      ),
      actoOf('acceso.entrada'),
    ]
    write(chain([...contents, ...after]))
    const refused = await verifyBase(
      file,
      chain(contents).map(({ hash }) => hash),
    ).catch((error: Error) => error.message)
    const [, vista, ...lines] = String(refused).split('\n')
    const acceso = lines.findIndex((line) => line.startsWith('Por ellos alguien dejó de tener acceso'))
    const named = lines.map((line) => line.replace(/^ +\d+ {2}\S+ {2}/, ''))
    expect(vista).toContain('antes de servir lo público')
    expect(named.slice(0, acceso)).toEqual([
      'candidatura.cancelada  candidatura c1',
      'candidatura.sustituida  candidatura c1',
      'seccion.pausada  candidatura c1',
      'acto.de_otra_version  candidatura c1',
      'bloqueo.confirmado  bloqueo b1  candidatura p1',
      'importacion.deshecha  importacion i1  candidatura p0, p1, p2, p3, p4 y 2 más',
    ])
    expect(named.slice(acceso + 1)).toEqual([
      'cuenta.desactivada  cuenta a1',
      'acceso.contrasena_restablecida  cuenta a1',
      'calendario.revocado  cuenta a1',
      'Los demás: acceso.entrada (1).',
    ])
  })
})
