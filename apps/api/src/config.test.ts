import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

describe('the address of the database', () => {
  const databaseUrl = (env: Record<string, string>) => readConfig({ DATOS, SERVICIO: 'trabajos', ...env }).databaseUrl
  const file = (name: string, content: string) => {
    writeFileSync(join(DATOS, name), content)
    return join(DATOS, name)
  }

  it('takes the password of its account from a file, and none where it names no account', () => {
    const DATABASE_PASSWORD_FILE = file('clave', 'a/b\n')
    expect(databaseUrl({ DATABASE_URL: 'postgres://dueno@db:5432/conoceles', DATABASE_PASSWORD_FILE })).toBe(
      'postgres://dueno:a%2Fb@db:5432/conoceles',
    )
    expect(databaseUrl({ DATABASE_URL: 'postgres://db:5432/conoceles', DATABASE_PASSWORD_FILE })).toBe('postgres://db:5432/conoceles')
  })

  it('keeps how its certificate is checked', () => {
    const DATABASE_URL = `postgres://db/conoceles?sslmode=verify-full&sslrootcert=${file('ca.pem', '')}`
    expect(databaseUrl({ DATABASE_URL })).toBe(DATABASE_URL)
  })

  it.each([
    ['db:5432:x', 'DATABASE_URL debe ser una dirección'],
    ['postgres://d:s3creta@db/c?sslmode=require', 'DATABASE_URL cifra sólo con sslmode=verify-full'],
    ['postgres://d:s3creta@db/c?sslmode=prefer', 'DATABASE_URL cifra sólo con sslmode=verify-full'],
    ['postgres://d:s3creta@db/c?sslmode=no-verify', 'DATABASE_URL cifra sólo con sslmode=verify-full'],
    ['postgres://d:s3creta@db/c?ssl=true', 'DATABASE_URL cifra sólo con sslmode=verify-full'],
    ['postgres://d:s3creta@db/c?sslmode=verify-full&sslrootcert=/nada.pem', 'No existe el archivo «/nada.pem»'],
  ])('is refused as %s, in a sentence without its password', (DATABASE_URL, sentence) => {
    const refused = () => databaseUrl({ DATABASE_URL })
    expect(refused).toThrow(ConfigError)
    expect(refused).toThrow(sentence)
    expect(refused).not.toThrow('s3creta')
  })

  it('names the account of the owner to the process that prepares the database', () => {
    const prepare = (DATABASE_URL: string) => readConfig({ DATOS, SERVICIO: 'preparar', DATABASE_URL }).servicio
    expect(prepare('postgres://dueno@db/conoceles')).toBe('preparar')
    expect(() => prepare('postgres://db/conoceles')).toThrow('SERVICIO=preparar necesita en DATABASE_URL la cuenta dueña')
  })
})

it('requires TLS for the mail of a real proceso unless it is told otherwise', () => {
  const DATABASE_URL = 'postgres://db/conoceles'
  const requerido = (env: Record<string, string>) => readConfig({ DATOS, ...env }).correoTls.requerido
  expect([requerido({}), requerido({ DATABASE_URL }), requerido({ DATABASE_URL, SMTP_TLS: 'opcional' })]).toEqual([false, true, false])
  expect(() => requerido({ SMTP_CA: '/nada.pem' })).toThrow('No existe el archivo «/nada.pem» que da SMTP_CA.')
})

it('takes the address of operations with its port, and says how one is', () => {
  const operacion = (OPERACION: string) => readConfig({ DATOS, OPERACION }).operacion
  expect([operacion(''), operacion('127.0.0.1:9464'), operacion('[::1]:9464')]).toEqual([
    null,
    { host: '127.0.0.1', port: 9464 },
    { host: '::1', port: 9464 },
  ])
  for (const wrong of ['9464', '127.0.0.1', '127.0.0.1:0', '127.0.0.1:99999', 'http://127.0.0.1:9464'])
    expect(() => operacion(wrong)).toThrow(`OPERACION debe ser una dirección como 127.0.0.1:9464; se recibió «${wrong}».`)
})
