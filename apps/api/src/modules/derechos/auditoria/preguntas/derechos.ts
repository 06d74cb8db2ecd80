import {
  comiteEnPalabras,
  estaCerrada,
  estatusDerecho,
  hechaFuera,
  longDate,
  plazoDerecho,
  terminoDe,
  type HechoDerecho,
  type ReglasDerecho,
} from '@conoceles/domain'
import type { ProcesosService } from '../../../proceso/index.ts'
import { DERECHO, estatusEnPalabras, plazoDicho, SENTIDO } from '../../derecho-en-palabras.ts'
import { listActosDe } from './actos.queries.ts'
import { listDerechos, readLaborales, type DerechoRow } from './derechos.queries.ts'
import { readNombres } from '../nombres.queries.ts'
import { cuantos, dentro, type Contexto, type Respuesta } from './respuesta.ts'

const COLUMNAS = [
  'Folio',
  'De quién',
  'Derecho',
  'Recibida',
  'Respondida',
  'Sentido',
  'Hecha efectiva',
  'Cómo está',
  'En tiempo',
  'Comité de Transparencia',
]

/** Acts by which a request is answered, one way or another. */
const RESPUESTAS: readonly HechoDerecho['acto'][] = ['responder', 'no_presentar', 'declinar', 'desistir']

/** Each request with the terms of the law, counted as its own page counts them. */
export async function responderDerechos(contexto: Contexto, procesos: ProcesosService): Promise<Respuesta> {
  const { tx, periodo } = contexto
  const rows = (await listDerechos(tx)).filter(({ recibida }) => dentro(recibida, periodo))
  const reglas = await readReglas(contexto, procesos)
  const nombres = await readNombres(tx, rows.map(({ candidaturaId }) => candidaturaId), { personas: true }) // prettier-ignore
  const actos = await listActosDe(tx, rows.map(({ id }) => id)) // prettier-ignore
  const said = rows.map((row) => ({ row, tiempo: tiempoDe(row, reglas) }))
  const late = said.filter(({ tiempo }) => tiempo.startsWith('No')).length
  return {
    frases:
      rows.length === 0
        ? ['No hubo solicitudes.']
        : [`De ${cuantos(rows.length, ['solicitud', 'solicitudes'])}, ${late === 0 ? 'ninguna pasó de su plazo' : `${late} ${late === 1 ? 'pasó' : 'pasaron'} de su plazo`}.`], // prettier-ignore
    columnas: COLUMNAS,
    filas: said.map(({ row, tiempo }) => ({
      celdas: [
        ...[row.folio, nombres.get(row.candidaturaId) ?? 'Persona cuyos datos ya se suprimieron', DERECHO[row.derecho]],
        ...[longDate(row.recibida), dayOf(row, RESPUESTAS), sentidoDe(row), dayOf(row, ['hacer_efectivo'])],
        ...[estatusEnPalabras({ estatus: estatusDerecho(row), fuera: hechaFuera(row) }), tiempo, comiteDe(row)],
      ],
      actos: (actos.get(row.id) ?? []).map(({ n }) => n),
    })),
  }
}

type Plazos = Pick<Contexto, 'tx' | 'hoy'> & { proceso: { id: string } }

/** Requests whose term is over today. */
export async function countVencidas(contexto: Plazos, procesos: ProcesosService): Promise<number> {
  const rows = (await listDerechos(contexto.tx)).filter((row) => !estaCerrada(estatusDerecho(row)))
  if (rows.length === 0) return 0
  const reglas = await readReglas(contexto, procesos)
  return rows.filter((row) => (plazoDerecho({ ...row, accesos: [] }, reglas)?.quedan ?? 0) < 0).length
}

function dayOf({ hechos }: DerechoRow, actos: readonly HechoDerecho['acto'][]): string {
  const found = hechos.findLast(({ acto }) => actos.includes(acto))
  return found ? longDate(found.fecha) : '—'
}

function sentidoDe({ hechos }: DerechoRow): string {
  const sentido = hechos.findLast(({ acto, sentido: said }) => acto === 'responder' && said !== null)?.sentido
  return sentido ? SENTIDO[sentido] : '—'
}

/** The vote on a refusal, or the reason to go without it. Refusals of before the vote was asked have neither. */
function comiteDe({ hechos }: DerechoRow): string {
  const negada = hechos.findLast(({ negativa }) => negativa !== undefined)?.negativa
  if (negada === undefined) return '—'
  return negada.comite === undefined ? 'No consta' : comiteEnPalabras(negada.comite)
}

/** Each step against the term that ran when it was taken. */
function tiempoDe(row: DerechoRow, reglas: ReglasDerecho): string {
  const late = row.hechos.flatMap((hecho, at) => {
    if (!RESPUESTAS.includes(hecho.acto) && hecho.acto !== 'hacer_efectivo') return []
    const before = plazoDerecho({ ...row, accesos: [], hechos: row.hechos.slice(0, at) }, { ...reglas, hoy: hecho.fecha })
    return before && before.clave !== 'desahogar' && before.quedan < 0
      ? [`${terminoDe(hecho.acto).toLowerCase()}, ${habiles(-before.quedan)} después`]
      : []
  })
  const open = plazoDerecho({ ...row, accesos: [] }, reglas)
  if (open && open.quedan < 0 && open.clave !== 'desahogar') late.push(`venció el ${longDate(open.vence)}, hace ${habiles(-open.quedan)}`)
  if (late.length > 0) return `No: ${late.join('; ')}`
  if (!open) return 'Sí'
  const answered = row.hechos.some(({ acto }) => RESPUESTAS.includes(acto))
  return answered ? `Se respondió en tiempo. ${plazoDicho(open)}` : `Corre; vence el ${longDate(open.vence)}`
}

function habiles(days: number): string {
  return cuantos(days, ['día hábil', 'días hábiles'])
}

async function readReglas({ tx, proceso, hoy }: Plazos, procesos: ProcesosService): Promise<ReglasDerecho> {
  const { catalogos } = await procesos.confirmado(tx)
  return { plazos: catalogos.derechos, laborales: await readLaborales(tx, proceso.id), hoy: hoy.toString() }
}
