import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError } from '../config.ts'
import { opcionesDe } from '../simulacro/index.ts'
import { toCatalogos } from './load-pack.ts'
import { contraProceso, readPaquete } from './paquete.ts'
import { CLAVE, PAQUETES as paquetes } from '../../../../tests/support/paquete.ts'

const folder = mkdtempSync(join(tmpdir(), 'conoceles-carga-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('reads a pack by its clave or its folder, and a changed file as it is now', async () => {
  const mine = join(folder, 'mio')
  cpSync(join(paquetes, CLAVE), mine, { recursive: true })
  const cabeza = readFileSync(join(mine, 'paquete.json'), 'utf8')
  writeFileSync(join(mine, 'paquete.json'), cabeza.replace(`"clave": "${CLAVE}"`, '"clave": "mio-2030"'))
  const [included, own] = [await readPaquete({ paquete: CLAVE, paquetes }), await readPaquete({ paquete: mine, paquetes })]
  expect([included.pack.clave, own.pack.clave]).toEqual([CLAVE, 'mio-2030'])
  expect(own.pack.contiendas).toEqual(included.pack.contiendas)
})

it('refuses a pack whole, in words, where one of its files has a fault', async () => {
  const broken = join(folder, 'roto')
  cpSync(join(paquetes, CLAVE), broken, { recursive: true })
  writeFileSync(join(broken, 'grupos.json'), '{\n  "grupos": [],\n}\n')
  const refused = readPaquete({ paquete: broken, paquetes })
  await expect(refused).rejects.toThrow(ConfigError)
  await expect(refused).rejects.toThrow('grupos.json, línea 2: Sobra una coma. Borre la coma que está antes de «}».')
  await expect(readPaquete({ paquete: join(folder, 'nada'), paquetes })).rejects.toThrow(ConfigError)
})

it('refuses the pack of another proceso, and says what to do', () => {
  expect(contraProceso({ clave: 'a-2027' }, { clave: 'a-2027' })).toBeNull()
  expect(contraProceso({ clave: 'a-2027' }, { clave: 'b-2024' })).toMatch(/tiene el proceso «b-2024».*no se cargó nada\. Use/)
})

it('derives the simulacro of a pack that says nothing of it', async () => {
  const { pack } = await readPaquete({ paquete: 'morelos-2024', paquetes })
  expect(opcionesDe(pack)).toMatchObject({ inicio: '2024-04-20T10:00:00-06:00', semilla: 1 })
})

it('keeps which parties are in their first election, and nothing where no party is', async () => {
  const { pack } = await readPaquete({ paquete: CLAVE, paquetes })
  const [nuevo, ...actores] = pack.actores.map(({ primeraEleccion: _ninguna, ...actor }) => actor)
  if (!nuevo) throw new Error('a pack without parties')
  const conNuevo = toCatalogos({ ...pack, actores: [{ ...nuevo, primeraEleccion: true }, ...actores] })
  expect(conNuevo.primeraEleccion).toEqual([nuevo.clave])
  expect(toCatalogos({ ...pack, actores })).not.toHaveProperty('primeraEleccion')
})
