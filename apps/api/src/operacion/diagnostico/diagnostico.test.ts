import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addKey, CLASES } from '../../shared/criptografia/llavero.ts'
import { reviewSettings } from './ajustes.ts'
import { reviewMail } from './correo.ts'
import { reviewAddress, reviewCertificate } from './direcciones.ts'
import { bien, falla } from './hallazgo.ts'
import { diagnosisLines } from './hoja.ts'
import { hasAllKeys, reviewKeys } from './llaves.ts'
import { reviewNode } from './maquina.ts'
import { reviewRespaldo } from './respaldo.ts'
import { reviewFigures } from './trabajo.ts'

const DIA_S = 86_400
const SAFE = {
  modo: 'produccion',
  correo: { url: 'smtps://correo.instituto.mx', remitente: 'conoceles@instituto.mx' },
  correoTls: { requerido: true, autoridad: null },
  origen: 'https://conoceles.instituto.mx',
  origenConsola: 'https://consola.instituto.mx',
  operacion: { host: '127.0.0.1', port: 9464 },
  contactoSeguridad: 'mailto:seguridad@instituto.mx',
  proxy: '127.0.0.1',
  visor: 'visor',
  consola: 'consola',
} as const

describe('settings', () => {
  it('finds nothing in those of a proceso that is well set up', () => {
    expect(reviewSettings(SAFE)).toEqual([bien('Ajustes', expect.any(String))])
  })

  it.each([
    [{ origen: 'http://conoceles.instituto.mx' }, 'falla', 'no cifra'],
    [{ correo: { ...SAFE.correo, remitente: 'conoceles@localhost' } }, 'falla', 'remitente'],
    [{ correoTls: { requerido: false, autoridad: null } }, 'aviso', 'sin cifrar'],
    [{ operacion: null }, 'aviso', 'medir'],
    [{ contactoSeguridad: null }, 'aviso', 'vulnerabilidad'],
    [{ proxy: null }, 'aviso', 'una sola dirección'],
    [{ visor: null, consola: null }, 'falla', 'el visor y la consola'],
  ])('tells of %j', (change, gravedad, dice) => {
    const found = reviewSettings({ ...SAFE, ...change })
    expect(found).toEqual([expect.objectContaining({ gravedad, dice: expect.stringContaining(dice), remedio: expect.any(String) })])
  })

  it('asks a simulacro for none of what only a real proceso needs', () => {
    const simulacro = reviewSettings({ ...SAFE, modo: 'simulacro', origen: 'http://localhost:3000', operacion: null, proxy: null })
    expect(simulacro.map(({ gravedad }) => gravedad)).toEqual(['bien'])
  })
})

describe('the folder of the keys', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'llaves-'))
    for (const clase of CLASES) addKey(folder, clase)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const sentences = () => reviewKeys(folder).map(({ gravedad, dice }) => [gravedad, dice])

  it('is well when every key is there, for one account alone', () => {
    expect(sentences()).toEqual([['bien', expect.stringContaining('Están todas')]])
  })

  it('names the file that others can read, with the command that closes it', () => {
    chmodSync(join(folder, 'pimienta'), 0o644)
    expect(reviewKeys(folder)).toEqual([falla('Llaves', expect.stringContaining('pimienta'), `chmod 600 ${join(folder, 'pimienta')}`)])
  })

  it('says what the missing key opens, and makes none', () => {
    rmSync(join(folder, 'llavero-k1'))
    expect(sentences()).toEqual([['falla', expect.stringContaining('respuestas de identidad')]])
    expect(hasAllKeys(folder)).toBe(false)
  })

  it('is made at the first start', () => {
    const absent = join(folder, 'otra')
    expect(reviewKeys(absent).map(({ gravedad }) => gravedad)).toEqual(['aviso'])
    expect(hasAllKeys(absent)).toBe(false)
  })

  it('leaves other files alone', () => {
    writeFileSync(join(folder, 'rol-lector'), 'x', { mode: 0o600 })
    expect(sentences()).toEqual([['bien', expect.any(String)]])
  })
})

it.each([
  ['20.18.9', 'falla'],
  ['18.20.0', 'falla'],
  ['20.19.0', 'bien'],
  ['24.1.0', 'bien'],
])('takes Node %s for %s', (version, gravedad) => {
  expect(reviewNode(version).gravedad).toBe(gravedad)
})

const DAY = 86_400_000

it.each([
  [90, 'bien'],
  [20, 'aviso'],
  [-1, 'aviso'],
])('takes a certificate of %i days for %s', (days, gravedad) => {
  expect(reviewCertificate(new URL('https://conoceles.instituto.mx'), days * DAY, 0).gravedad).toBe(gravedad)
})

it('tells of an address at which nobody answers, with the reason', async () => {
  expect(await reviewAddress('http://127.0.0.1:9/', () => 0)).toEqual([
    { asunto: 'Dirección', gravedad: 'aviso', dice: expect.stringMatching(/no contesta/), remedio: expect.any(String) },
  ])
})

it('gives the remedy of each refusal of the mail server', async () => {
  const refuses = (code: string) => ({ disponible: true, greet: () => Promise.reject(Object.assign(new Error('no'), { code })) })
  expect(await reviewMail(refuses('EAUTH'))).toEqual(falla('Correo', expect.stringContaining('contraseña'), expect.any(String)))
  expect(await reviewMail(refuses('ENEW'))).toEqual(falla('Correo', expect.stringContaining('no'), null))
  expect(await reviewMail({ ...refuses(''), disponible: false })).toEqual(
    falla('Correo', expect.any(String), expect.stringContaining('SMTP_URL')),
  )
})

it('tells which work is late, and for how long', () => {
  expect(reviewFigures({ cambios_por_publicar_segundos: 3, correos_por_enviar_segundos: 60 }).gravedad).toBe('bien')
  const late = reviewFigures({ cambios_por_publicar_segundos: 90, correos_por_enviar_segundos: 3_600 })
  expect(late.dice).toBe('Un cambio espera ser público desde hace 90 segundos. Un correo lleva 60 minutos de retraso.')
  expect(late.gravedad).toBe('falla')
})

it.each([
  [{ respaldos: 0 }, 'falla', 'Nunca se ha hecho uno.'],
  [{ respaldos: 3, respaldo_segundos: 30 * 3_600 }, 'falla', 'El último es de hace 30 horas.'],
  [{ respaldos: 3, respaldo_segundos: 3_600, ensayos: 0 }, 'aviso', 'El último es de hace 1 hora, y ninguno se ha restaurado como ensayo.'],
  [{ respaldos: 3, respaldo_segundos: 0, ensayos: 1, ensayo_segundos: 9 * DIA_S }, 'aviso', expect.stringContaining('hace 9 días')],
  [{ respaldos: 3, respaldo_segundos: 0, ensayos: 1, ensayo_segundos: DIA_S }, 'bien', expect.stringContaining('se ensayó hace 1 día')],
])('takes the backups %j for %s', (read, gravedad, dice) => {
  expect(reviewRespaldo('produccion', read)).toEqual([expect.objectContaining({ gravedad, dice })])
  expect(reviewRespaldo('simulacro', read)).toEqual([])
})

it('prints what does not work first', () => {
  expect(diagnosisLines([bien('Node', 'Es 24.'), falla('Disco', 'Quedan 3 MiB.', 'Libere espacio.')])).toEqual([
    'Fallas: 1. Avisos: 0. Lo demás está bien.',
    '',
    'FALLA  Disco. Quedan 3 MiB.',
    '       → Libere espacio.',
    'bien   Node. Es 24.',
  ])
})
