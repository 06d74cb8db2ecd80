import { longDate, type ClaveActo } from '@conoceles/domain'
import { isOneOf } from '@conoceles/domain/typed'
import type { ActividadesService, EntregableDto } from '../../../programa/actividades/index.ts'
import { listActosDe } from './actos.queries.ts'
import { listSustituciones, type SustitucionRow } from './sustituciones.queries.ts'
import { cuantos, dentro, despues, diasEntre, type Contexto, type Fila, type Respuesta } from './respuesta.ts'

const COLUMNAS = ['Sale', 'Entra', 'Acuerdo', 'Registrada', 'Capturada', 'Validada', 'Publicada', 'Informada al INE', 'En tiempo']

interface Aviso {
  texto: string
  tiempo: string
  claves: string[]
}

/** From the acuerdo to the INE, with the days between. The term of the last step is that of the calendar. */
export async function responderSustituciones(contexto: Contexto, actividades: ActividadesService): Promise<Respuesta> {
  const { tx, periodo } = contexto
  const rows = (await listSustituciones(tx)).filter(({ fecha }) => dentro(fecha, periodo))
  const { entregables } = rows.length === 0 ? { entregables: [] } : await actividades.panorama(tx)
  const avisos = new Map(rows.map((row) => [row.id, avisoDe(row, { entregables, contexto })]))
  const actos = await listActosDe(tx, [
    ...rows.flatMap(({ acuerdoId, saleId, entraId, corte }) => [acuerdoId, saleId, entraId ?? '', String(corte ?? '')]),
    ...[...avisos.values()].flatMap(({ claves }) => claves),
  ])
  const filas = rows.map((row) => toFila(row, { contexto, aviso: avisos.get(row.id) as Aviso, actos }))
  return { frases: frasesOf(filas), columnas: COLUMNAS, filas }
}

function frasesOf(filas: readonly Fila[]): string[] {
  if (filas.length === 0) return ['No hubo sustituciones.']
  const tiempo = filas.filter(({ celdas }) => celdas.at(-1)?.startsWith('Sí')).length
  const no = filas.filter(({ celdas }) => celdas.at(-1)?.startsWith('No')).length
  const rest = filas.length - tiempo - no
  return [
    `De ${cuantos(filas.length, ['sustitución', 'sustituciones'])}, ${tiempo} se ${tiempo === 1 ? 'informó' : 'informaron'} al INE en tiempo y ${no} no.`,
    ...(rest > 0 ? [`De ${rest} el plazo no ha vencido, o no consta ninguno.`] : []),
  ]
}

function avisoDe(
  { acuerdoId, fecha }: SustitucionRow,
  { entregables, contexto }: { entregables: readonly EntregableDto[]; contexto: Contexto },
): Aviso {
  const own = entregables.filter(({ evento }) => evento?.acuerdoId === acuerdoId)
  const hitos = own.flatMap((each) => each.hitos.filter(({ milestone }) => milestone === 'remision'))
  const claves = own.map(({ clave }) => clave)
  if (hitos.length === 0) return { texto: 'No consta', tiempo: 'Sin plazo registrado', claves }
  const hechos = hitos.flatMap(({ cumplimiento }) => (cumplimiento ? [cumplimiento] : []))
  const last = hechos
    .map(({ ocurridoEn }) => ocurridoEn)
    .sort()
    .at(-1)
  const texto =
    last === undefined || hechos.length < hitos.length
      ? todaviaNo(fecha, contexto)
      : `${contexto.instante(last)} (${despues(fecha, contexto.dia(last))}), ${hechos.map(({ referencia }) => referencia).join('; ')}`
  return { texto, tiempo: tiempoDe(hitos, contexto), claves }
}

/** In days, as the terms of the INE are: the hours are in the other columns. */
function tiempoDe(hitos: EntregableDto['hitos'], { dia, hoy }: Contexto): string {
  const vence = hitos
    .flatMap((hito) => hito.vence ?? [])
    .sort()
    .at(-1)
  const until = vence === undefined ? '' : `; vencía el ${longDate(vence)}`
  const bad = hitos.find(({ estatus }) => estatus === 'vencida' || estatus === 'cumplida_tarde')
  if (bad) {
    const end = bad.cumplimiento ? dia(bad.cumplimiento.ocurridoEn) : hoy.toString()
    return `No: ${bad.vence === null ? 'tarde' : retraso(diasEntre(bad.vence, end))}${until}`
  }
  if (hitos.every(({ estatus }) => estatus === 'cumplida_en_tiempo' || estatus === 'no_aplica')) return `Sí${until}`
  return `En plazo${vence === undefined ? '' : `; vence el ${longDate(vence)}`}`
}

function retraso(days: number): string {
  return days <= 0 ? 'el mismo día, después de la hora' : `${cuantos(days, ['día', 'días'])} de retraso`
}

function todaviaNo(fecha: string, { hoy }: Contexto): string {
  const days = diasEntre(fecha, hoy.toString())
  return days > 0 ? `Todavía no, a ${cuantos(days, ['día', 'días'])} del acuerdo` : 'Todavía no'
}

/** Proof of each step, in the order of the objects of the act. */
const PROOFS = {
  acuerdo: ['acuerdo.registrado', 'acuerdo.completado', 'acuerdo.corregido'],
  sale: ['candidatura.sustituida'],
  entra: ['captura.terminada', 'candidatura.validada'],
  corte: ['corte.publicado'],
  ine: ['actividad.cumplida', 'actividad.cumplimiento_corregido', 'actividad.cumplimiento_anulado'],
} as const satisfies Record<string, readonly ClaveActo[]>

interface Reading {
  contexto: Contexto
  aviso: Aviso
  actos: ReadonlyMap<string, { n: number; acto: string }[]>
}

function toFila(row: SustitucionRow, { contexto, aviso, actos }: Reading): Fila {
  const { fecha, acuerdoId, saleId, entraId, corte } = row
  const step = (en: Date | null) =>
    en === null ? todaviaNo(fecha, contexto) : `${contexto.instante(en)} (${despues(fecha, contexto.dia(en))})`
  const entra = entraId === null ? () => '—' : step
  const proofs = (of: keyof typeof PROOFS, ids: readonly string[]) =>
    ids.flatMap((id) => actos.get(id) ?? []).flatMap(({ n, acto }) => (isOneOf<string>(PROOFS[of], acto) ? [n] : []))
  return {
    celdas: [
      ...[row.sale, row.entra ?? 'Nadie', `${row.numero}, del ${longDate(fecha)}`, step(row.registradoEn)],
      ...[entra(row.capturadaEn), entra(row.validadaEn), `${entra(row.publicadaEn)}${corte === null ? '' : `, corte ${corte}`}`],
      ...[aviso.texto, aviso.tiempo],
    ],
    actos: [
      ...proofs('acuerdo', [acuerdoId]),
      ...proofs('sale', [saleId]),
      ...ultimaGuardada(actos.get(entraId ?? '') ?? []),
      ...proofs('entra', entraId === null ? [] : [entraId]),
      ...proofs('corte', corte === null ? [] : [String(corte)]),
      ...proofs('ine', aviso.claves),
    ],
  }
}

/** The save that completed the captura: none came between it and the validation. */
function ultimaGuardada(actos: readonly { n: number; acto: string }[]): number[] {
  const validada = actos.find(({ acto }) => acto === 'candidatura.validada')?.n ?? Infinity
  const last = actos.findLast(({ n, acto }) => acto === 'captura.guardada' && n < validada)
  return last ? [last.n] : []
}
