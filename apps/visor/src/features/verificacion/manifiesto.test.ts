import { createHash } from 'node:crypto'
import type { Manifiesto } from '../../api-types.ts'
import { findIn } from './manifiesto.ts'

const recursos = [
  { ruta: 'candidaturas/a', sha256: 'd'.repeat(64), bytes: 10 },
  { ruta: 'paginas/candidaturas/a', sha256: 'e'.repeat(64), bytes: 20 },
]
const canonical = `[{"bytes":10,"ruta":"candidaturas/a","sha256":"${'d'.repeat(64)}"},{"bytes":20,"ruta":"paginas/candidaturas/a","sha256":"${'e'.repeat(64)}"}]`
const signed = createHash('sha256').update(canonical).digest('hex')
const manifiesto = (more: Partial<Manifiesto> = {}): Manifiesto => ({
  cabecera: { numero: 3, en: '2024-04-20T10:00:00-06:00', recursos: { cuantos: 2, sha256: signed } },
  recursos,
  ...more,
})

describe('the entry of a page in the signed list of a corte', () => {
  it('is its hash and that of its data, in a list that is the signed one', async () => {
    expect(await findIn(manifiesto(), 'a')).toEqual({ pagina: 'e'.repeat(64), datos: 'd'.repeat(64), integra: true })
  })

  it('is nothing for a person who is not in it', async () => {
    expect(await findIn(manifiesto(), 'b')).toEqual({ pagina: null, datos: null, integra: true })
  })

  it('is not to be believed once an entry was altered', async () => {
    const altered = manifiesto({ recursos: recursos.map((each) => ({ ...each, bytes: 11 })) })
    expect((await findIn(altered, 'a')).integra).toBe(false)
  })
})
