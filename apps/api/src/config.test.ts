import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError, readConfig } from './config.ts'

const DATOS = mkdtempSync(join(tmpdir(), 'conoceles-config-'))
afterAll(() => rmSync(DATOS, { recursive: true }))

const addresses = (env: Record<string, string>) => {
  const { origen, origenConsola } = readConfig({ DATOS, ...env })
  return [origen, origenConsola]
}

it('has one address for the visor and the consola, unless it is told of two', () => {
  expect(addresses({ PORT: '4000' })).toEqual(['http://localhost:4000', 'http://localhost:4000'])
  expect(addresses({ ORIGEN: 'https://conoceles.example/' })).toEqual(['https://conoceles.example', 'https://conoceles.example'])
  expect(addresses({ ORIGEN: 'https://conoceles.example', ORIGEN_CONSOLA: 'https://captura.example:8443' })).toEqual([
    'https://conoceles.example',
    'https://captura.example:8443',
  ])
})

it.each(['conoceles.example', 'https://conoceles.example/sitio', 'ftp://conoceles.example', 'https://', 'HTTPS://Conoceles.example'])(
  'refuses to make links of %s, and says how an address is',
  (ORIGEN) => {
    const refused = () => addresses({ ORIGEN })
    expect(refused).toThrow(ConfigError)
    expect(refused).toThrow(`ORIGEN debe ser una dirección como https://conoceles.example, sin ruta; se recibió «${ORIGEN}».`)
  },
)
