import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { SERVICIOS } from '../../apps/api/src/config.ts'

interface Service {
  image?: string
  build?: object
  command?: string | string[]
  environment?: Record<string, string>
  secrets?: string[]
  volumes?: string[]
  ports?: string[]
  depends_on?: Record<string, { condition: string }>
}

interface Compose {
  services: Record<string, Service>
  secrets: Record<string, object>
  volumes: Record<string, null>
}

const { services, secrets, volumes } = parse(readFileSync(join(__dirname, '../../docker-compose.yml'), 'utf8'), { merge: true }) as Compose
const ofApi = Object.entries(services).filter(([, { environment }]) => environment?.SERVICIO !== undefined)
/** Default value of a variable. */
const defaultOf = (value = '') => value.replace(/\$\{\w+:-([^}]*)\}/g, '$1')

it('runs each service of the API that production needs', () => {
  const run = ofApi.map(([, { environment }]) => environment?.SERVICIO)
  expect(run.sort()).toEqual(SERVICIOS.filter((servicio) => servicio !== 'todo').sort())
})

it('gives the password of the owner to PostgreSQL and to the services that migrate and back up, in a file', () => {
  expect(secrets).toEqual({ dueno: { environment: 'POSTGRES_PASSWORD' } })
  expect(Object.entries(services).flatMap(([name, service]) => (service.secrets?.includes('dueno') ? [name] : []))).toEqual([
    'postgres',
    'preparar',
    'respaldo',
  ])
  for (const [name, service] of Object.entries(services))
    expect([name, JSON.stringify(service)]).toEqual([name, expect.not.stringContaining('${POSTGRES_PASSWORD')])
})

it('names the account of the owner in the address of the service that migrates alone', () => {
  const accounts = ofApi.map(([name, { environment }]) => [name, new URL(defaultOf(environment?.DATABASE_URL)).username])
  expect(Object.fromEntries(accounts)).toEqual({ preparar: 'conoceles', api: '', trabajos: '', publico: '' })
})

it('starts no service of the API before the database is prepared', () => {
  const waitsFor = (name: string): string[] => {
    const waits = Object.keys(services[name]?.depends_on ?? {})
    return [...waits, ...waits.flatMap(waitsFor)]
  }
  for (const [name] of ofApi.filter(([each]) => each !== 'preparar'))
    expect([name, waitsFor(name)]).toEqual([name, expect.arrayContaining(['preparar'])])
  expect(services.api?.depends_on?.preparar?.condition).toBe('service_completed_successfully')
})

it('gives the public world the one password of its reader', () => {
  expect(services.publico?.volumes).toEqual(['lector:/secretos:ro'])
  expect(services['llave-publica']?.command).toEqual(['cp', '/secretos/rol-lector', '/lector/'])
})

it('names only volumes that it declares', () => {
  const used = Object.values(services).flatMap((service) => (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? ''))
  expect(used.filter((volume) => /^\w+$/.test(volume) && !(volume in volumes))).toEqual([])
})
