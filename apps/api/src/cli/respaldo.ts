import 'reflect-metadata'
import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { readConfig, readRespaldo } from '../config.ts'
import { ownerSource } from '../database/owner.ts'
import { ENTITIES } from '../modules.ts'
import { Proceso } from '../modules/proceso/index.ts'
import { ownerUrl } from '../running-file.ts'
import { createClock } from '../shared/clock.ts'
import { ensayar } from './respaldo/ensayar.ts'
import { hacer, type Trabajo } from './respaldo/hacer.ts'
import { RespaldoError } from './respaldo/respaldo-error.ts'
import { ensayadoSentence, hechoSentence } from './respaldo/sentences.ts'
import { sentenceOf, vigilar } from './respaldo/vigilar.ts'

const USAGE = `Uso: npm run respaldo -- hacer | ensayar | vigilar

  hacer     guarda la base, los roles, la lista de suprimidas y el extracto de la bitácora, cifrados, en una carpeta con la fecha
  ensayar   restaura el más reciente en una base aparte, comprueba que es el que se guardó, y la borra
  vigilar   hace uno cada día a su hora y ensaya cada semana; no termina

  --carpeta DIR           dónde se guardan (RESPALDO_CARPETA)
  --destinatario age1…    a quién se cifran; se puede repetir (RESPALDO_DESTINATARIO)
  --identidad ARCHIVO     la llave que los abre, para ensayar (RESPALDO_IDENTIDAD)
  --respaldo NOMBRE       cuál se ensaya, si no es el más reciente

También leen RESPALDO_HORA (03:00), RESPALDO_DIAS (30), RESPALDO_MINIMO (7) y PG_HERRAMIENTAS. Vea docs/operacion/respaldo.md.`

try {
  process.exitCode = await run()
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
}

async function run(): Promise<number> {
  const { mandato, respaldo, ajustes } = readOrder()
  const work = {
    hacer: () => conBase(ajustes, async (trabajo) => tell(hechoSentence(await hacer(trabajo)))),
    ensayar: () => conBase(ajustes, async (trabajo) => tell(ensayadoSentence(await ensayar(trabajo, respaldo)))),
    vigilar: () => velar(ajustes),
  }[mandato]
  if (work) {
    await work()
    return 0
  }
  process.stderr.write(`${USAGE}\n`)
  return 2
}

/** Arguments of the order go before the environment. */
function readOrder(): { mandato: string; respaldo: string | null; ajustes: Trabajo['ajustes'] } {
  const { values, positionals } = readArgs()
  const { carpeta, destinatario, identidad, respaldo = null } = values
  const ajustes = readRespaldo({
    ...process.env,
    ...(carpeta && { RESPALDO_CARPETA: carpeta }),
    ...(destinatario && { RESPALDO_DESTINATARIO: destinatario.join(' ') }),
    ...(identidad && { RESPALDO_IDENTIDAD: identidad }),
  })
  if (ajustes.carpeta === null) throw new RespaldoError(`Falta decir dónde: --carpeta, o RESPALDO_CARPETA.\n\n${USAGE}`)
  return { mandato: positionals.join(' '), respaldo, ajustes: { ...ajustes, carpeta: resolve(ajustes.carpeta) } }
}

function readArgs() {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      allowPositionals: true,
      options: { carpeta: text, destinatario: { ...text, multiple: true }, identidad: text, respaldo: text },
    })
  } catch {
    throw new RespaldoError(USAGE)
  }
}

async function conBase(ajustes: Trabajo['ajustes'], work: (trabajo: Trabajo) => Promise<void>): Promise<void> {
  const url = ownerUrl(readConfig())
  if (!url) throw new RespaldoError('El simulacro no está en marcha: inícielo con npm start, o dé DATABASE_URL con la cuenta dueña.')
  const owner = await ownerSource(url, ENTITIES).initialize()
  try {
    const proceso = await owner.manager.findOne(Proceso, { where: {} })
    const clock = createClock(proceso?.zona)
    clock.setOffset(Number(proceso?.desfaseReloj ?? 0))
    await work({ owner, url, clock, ajustes })
  } finally {
    await owner.destroy()
  }
}

async function velar(ajustes: Trabajo['ajustes']): Promise<void> {
  let zona = ''
  await conBase(ajustes, async ({ clock }) => void (zona = clock.zona))
  const { system } = createClock(zona)
  tell(`Se respalda cada día a las ${ajustes.hora}, hora de ${zona}, en ${ajustes.carpeta}.`)
  await vigilar({
    carpeta: ajustes.carpeta,
    hora: Temporal.PlainTime.from(ajustes.hora),
    conBase: (work) => conBase(ajustes, work),
    ahora: () => system().toZonedDateTimeISO(zona),
    tell: (sentence) => tell(`${system().toString({ smallestUnit: 'second' })} ${sentence}`),
  })
}

function tell(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}
