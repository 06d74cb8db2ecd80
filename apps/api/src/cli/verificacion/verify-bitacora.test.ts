import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Source } from './source.ts'
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
const headAt = (n: number) => ({ n, hash: intact[n - 1]?.hash ?? '' })

/** Two cortes: the first signed entry 5, the second entry 10. */
const source: Source = {
  name: 'prueba',
  llaves: () => Promise.resolve({}),
  numeros: () => Promise.resolve([1, 2]),
  corte: (numero) => Promise.resolve({ cabecera: { bitacora: headAt(numero * 5) } }),
  recurso: () => Promise.reject(new Error('not asked')),
}

const check = (actos: readonly unknown[], from: Source | null = source) => {
  writeFileSync(file, actos.map((acto) => `${JSON.stringify(acto)}\n`).join(''))
  return verifyBitacora(file, from)
}

describe('an extract of the bitácora, checked from outside', () => {
  it('agrees from the first entry to the last, and says how far cortes vouch for it', async () => {
    expect(await check(intact)).toEqual({ actos: 12, anclado: 10 })
    expect(await check(intact, null)).toEqual({ actos: 12, anclado: 0 })
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

  it('with its tail cut is found by the corte that signed more; without the cortes nobody could tell', async () => {
    const cut = intact.slice(0, 8)
    await expect(check(cut)).rejects.toThrow('termina en el acto 8 y el corte 2 firmó que ya había 10')
    expect(await check(cut, null)).toEqual({ actos: 8, anclado: 0 })
  })

  it('that is no extract, or is not there, is said so', async () => {
    await expect(check(['nada'])).rejects.toThrow('El renglón del acto 1')
    await expect(verifyBitacora(join(folder, 'no-esta.jsonl'), null)).rejects.toThrow('No se pudo leer')
  })
})
