import { sentenceOfExtracto, veredictoDe } from '@conoceles/domain'
import { messageOf } from '@conoceles/domain/typed'
import { readConfig } from '../config.ts'
import { ownerUrl } from '../running-file.ts'
import { isExpediente, openExpediente } from './verificacion/expediente-source.ts'
import { ContradictionError, UnreadableError } from './verificacion/faults.ts'
import { verifyInventario } from './verificacion/inventario.ts'
import { isAddress, openSource, type Source } from './verificacion/source.ts'
import { verifyCortes } from './verificacion/verify-cortes.ts'
import { readBase, verifyBase } from './verificacion/verify-base.ts'
import { verifyBitacora } from './verificacion/verify-bitacora.ts'
import { isPublished, verifyExpediente } from './verificacion/verify-expediente.ts'

const USAGE = `Uso: npm run verificar -- <dirección, carpeta o expediente> [dirección o carpeta con las llaves]

Comprueba la firma, la cadena y cada huella de lo publicado, o de un expediente. Por ejemplo:
  npm run verificar -- http://localhost:3000
  npm run verificar -- ./copia             (la carpeta que escribió npm run exportar)
  npm run verificar -- expediente.zip      (o la carpeta en que se descomprimió)
  npm run verificar -- expediente.zip http://localhost:3000   (y que la llave sea de las publicadas ahí)
  npm run verificar -- bitacora.jsonl http://localhost:3000   (el extracto de la bitácora, contra lo que firmó cada corte y cada hora)
  npm run verificar -- bitacora.jsonl http://localhost:3000 cabezas.json   (y contra las cabezas que usted guardó)
  npm run verificar -- bitacora.jsonl base                    (qué actos del extracto no tiene la base de DATABASE_URL, aunque nadie la sirva)`

/** How often it begins again. */
const TURNS = 6

const [, , place, llaves, kept] = process.argv
/** Whether pages are still to be published again: no verdict on them. */
let pending = false
if (!place) {
  console.error(USAGE)
  process.exit(2)
}
process.exit(await judge(place))

/** 0: everything agrees; 1: a contradiction, or something is missing; 2: it could not be read, or not all of it yet. */
async function judge(place: string): Promise<number> {
  try {
    console.log(`\n${await verdictOf(place)}`)
    return pending ? 2 : 0
  } catch (error) {
    const veredicto = veredictoDe(error)
    if (veredicto !== null) return refuse(`${veredicto}. ${messageOf(error)}`, 1)
    if (error instanceof UnreadableError) return refuse(error.message, 2)
    throw error
  }
}

function refuse(sentence: string, code: number): number {
  console.error(`\n${sentence}`)
  return code
}

async function verdictOf(place: string): Promise<string> {
  if (place.endsWith('.jsonl')) return llaves === 'base' ? judgeBase(place) : judgeBitacora(place)
  return (await isExpediente(place)) ? judgeExpediente(place) : judgeCopia(place)
}

/** The cortes are checked first: a head that nobody signed vouches for nothing. */
async function judgeBitacora(place: string): Promise<string> {
  const source = llaves ? openSource(llaves) : null
  if (source) console.log(await judgeCortes(source))
  console.log(`\nSe comprueba el extracto ${place}\n`)
  const report = await verifyBitacora(place, { source, kept })
  if (source) return sentenceOfExtracto(report, place)
  return `Todo coincide: ${report.actos} actos encadenados.\nSin los cortes no se sabe si le falta el final: agregue la dirección del sistema.`
}

/** After a restore, before anything is served. */
async function judgeBase(place: string): Promise<string> {
  const url = ownerUrl(readConfig())
  if (!url) throw new UnreadableError('El simulacro no está en marcha: inícielo con npm start, o diga DATABASE_URL con la cuenta dueña.')
  const base = await readBase(url)
  return `Todo coincide: los ${await verifyBase(place, base)} actos del extracto están en la base, que tiene ${base.length}.`
}

async function judgeExpediente(place: string): Promise<string> {
  console.log(`Se comprueba el expediente ${place}\n`)
  const source = await openExpediente(place)
  const { archivos, bytes, spki } = await verifyExpediente(source, console.log).finally(() => source.close())
  const verdict = `Todo coincide: ${archivos} archivos (${(bytes / 1e6).toFixed(1)} MB).`
  if (!llaves) return `${verdict}\nDe quién es la llave lo dice el sistema: agregue su dirección para comprobarlo.`
  if (!isPublished(await openSource(llaves).llaves(), spki)) {
    throw new ContradictionError(`La llave que firmó no está entre las publicadas en ${llaves}.`)
  }
  return `${verdict} La llave es de las publicadas en ${llaves}.`
}

/** A system is verified by its signatures; a folder also by every file that was copied into it. */
async function judgeCopia(place: string): Promise<string> {
  const verdict = await judgeCortes(openSource(place))
  if (isAddress(place)) return verdict
  const { archivos, huella } = await verifyInventario(place)
  return `${verdict}\nLos ${archivos} archivos son los que se copiaron. Huella de la copia, que debe ser la que dijo la exportación: ${huella}`
}

async function judgeCortes(source: Source): Promise<string> {
  console.log(`Se comprueba ${source.name}\n`)
  const { cortes, recursos, bytes, sinContenido } = await verifySettled(source)
  const read = `${cortes} cortes encadenados; del último, ${recursos - sinContenido} recursos (${(bytes / 1e6).toFixed(1)} MB).`
  if (sinContenido === 0) return `Todo coincide: ${read}`
  pending = true
  return `Lo que se pudo comprobar coincide: ${read}\nHay ${sinContenido} páginas sin comprobar: el sitio las sirve sin contenido porque se instaló otra versión y el siguiente corte las publica otra vez. No es una contradicción. Repita la orden en unos minutos.`
}

/** A corte published meanwhile replaces bytes of the one under check: that is no contradiction, so the check begins again. */
async function verifySettled(source: Source): ReturnType<typeof verifyCortes> {
  for (let turn = 1; turn <= TURNS; turn += 1) {
    const before = (await source.numeros()).at(-1)
    try {
      return await verifyCortes(source, console.log)
    } catch (error) {
      if ((await source.numeros()).at(-1) === before) throw error
      console.log('\nSe publicó otro corte durante la comprobación: se empieza de nuevo.\n')
    }
  }
  throw new UnreadableError(
    'Se publican cortes más de prisa de lo que se pueden comprobar: repita la orden en un rato, o compruebe una copia.',
  )
}
