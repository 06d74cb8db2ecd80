import {
  comiteEnPalabras,
  diasHabiles,
  estaCerrada,
  estatusDerecho,
  hechaFuera,
  longDate,
  plazoDerecho,
  type HechoDerecho,
  type PlazoDerecho,
  type ReglasDerecho,
} from '@conoceles/domain'
import type { ProcesosService } from '../../../proceso/index.ts'
import { DERECHO, estatusEnPalabras, HECHO, plazoDicho, SENTIDO, SIGUE } from '../../derecho-en-palabras.ts'
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
  'Lo que sigue',
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
  const said = rows.map((row) => ({ row, tardes: tardesDe(row, reglas), plazo: plazoDerecho({ ...row, accesos: [] }, reglas) }))
  return {
    frases: frasesOf(said),
    columnas: COLUMNAS,
    filas: said.map(({ row, tardes, plazo }) => ({
      celdas: [
        ...[row.folio, nombres.get(row.candidaturaId) ?? 'Persona cuyos datos ya se suprimieron', DERECHO[row.derecho]],
        ...[longDate(row.recibida), dayOf(row, RESPUESTAS), sentidoDe(row), dayOf(row, ['hacer_efectivo'])],
        ...[
          estatusEnPalabras({ estatus: estatusDerecho(row), fuera: hechaFuera(row) }),
          seAnulo(row) ? 'No aplica' : enTiempo(tardes, plazo),
          sigue(plazo),
          comiteDe(row),
        ],
      ],
      actos: (actos.get(row.id) ?? []).map(({ n }) => n),
    })),
  }
}

interface Dicha {
  row: DerechoRow
  tardes: string[]
  plazo: PlazoDerecho | null
}

function frasesOf(said: readonly Dicha[]): string[] {
  if (said.length === 0) return ['No hubo solicitudes.']
  const abiertas = said.filter(({ row }) => !estaCerrada(estatusDerecho(row)))
  const vencidas = abiertas.filter(({ plazo }) => estaVencido(plazo)).length
  const anuladas = said.filter(({ row }) => seAnulo(row)).length
  const tarde = said.filter(({ row, tardes }) => tardes.length > 0 && !seAnulo(row)).length
  return [
    `De ${cuantos(said.length, ['solicitud', 'solicitudes'])}, ${abiertas.length} ${abiertas.length === 1 ? 'está abierta' : 'están abiertas'}: ${vencidas} con su plazo vencido.`,
    tarde === 0 ? 'Ningún paso se dio después de su plazo.' : `En ${tarde} se dio algún paso después de su plazo.`,
    ...(anuladas > 0
      ? [
          `${anuladas} se ${anuladas === 1 ? 'registró' : 'registraron'} por error: no se ${anuladas === 1 ? 'cuenta' : 'cuentan'} como ${anuladas === 1 ? 'respondida' : 'respondidas'} en tiempo.`,
        ]
      : []),
  ]
}

/** Registered by error: it had no term. */
function seAnulo(row: DerechoRow): boolean {
  return estatusDerecho(row) === 'anulada'
}

type Plazos = Pick<Contexto, 'tx' | 'hoy'> & { proceso: { id: string } }

/** Requests whose term is over today. */
export async function countVencidas(contexto: Plazos, procesos: ProcesosService): Promise<number> {
  const rows = (await listDerechos(contexto.tx)).filter((row) => !estaCerrada(estatusDerecho(row)))
  if (rows.length === 0) return 0
  const reglas = await readReglas(contexto, procesos)
  return rows.filter((row) => estaVencido(plazoDerecho({ ...row, accesos: [] }, reglas))).length
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

/** Steps of the institute that were taken after the term that ran then, in words. */
function tardesDe(row: DerechoRow, reglas: ReglasDerecho): string[] {
  return row.hechos.flatMap((hecho, at) => {
    if (!RESPUESTAS.includes(hecho.acto) && hecho.acto !== 'hacer_efectivo') return []
    const before = plazoDerecho({ ...row, accesos: [], hechos: row.hechos.slice(0, at) }, { ...reglas, hoy: hecho.fecha })
    return before && estaVencido(before) ? [`${HECHO[hecho.acto]}, ${diasHabiles(-before.quedan)} después de su plazo`] : []
  })
}

/** The persona's own term, and the day on which a block ends, make nobody late. */
function estaVencido(plazo: PlazoDerecho | null): boolean {
  return plazo !== null && plazo.clave !== 'desahogar' && plazo.clave !== 'suprimir' && plazo.quedan < 0
}

function enTiempo(tardes: readonly string[], plazo: PlazoDerecho | null): string {
  const vencida = estaVencido(plazo) ? ['El plazo que corre está vencido'] : []
  if (tardes.length + vencida.length > 0) return `No. ${[...tardes, ...vencida].join('. ')}.`
  return plazo === null ? 'Sí' : 'Sí, hasta hoy'
}

/** The act that is due and the working days left for it, or since it was. */
function sigue(plazo: PlazoDerecho | null): string {
  if (plazo === null) return '—'
  const { clave, vence, quedan } = plazo
  if (clave === 'suprimir') return plazoDicho(plazo)
  if (quedan < 0) return `${SIGUE[clave]}: vencido hace ${diasHabiles(-quedan)}; venció el ${longDate(vence)}.`
  const left = quedan === 0 ? 'es el último día' : `${quedan === 1 ? 'queda' : 'quedan'} ${diasHabiles(quedan)}`
  return `${SIGUE[clave]}: ${left}; vence el ${longDate(vence)}.`
}

async function readReglas({ tx, proceso, hoy }: Plazos, procesos: ProcesosService): Promise<ReglasDerecho> {
  const { catalogos } = await procesos.confirmado(tx)
  return { plazos: catalogos.derechos, laborales: await readLaborales(tx, proceso.id), hoy: hoy.toString() }
}
