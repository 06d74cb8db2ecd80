import { groupBy, longDate, NOMBRES_ROL, type ClaveActo } from '@conoceles/domain'
import { isOneOf, keysOf } from '@conoceles/domain/typed'
import type { ActividadesService, EntregableDto } from '../../../programa/actividades/index.ts'
import { listActosDe } from './actos.queries.ts'
import { listFechasCorregidas, listSustituciones, type FechaCorregida, type SustitucionRow } from './sustituciones.queries.ts'
import { cuantos, dentro, despues, diasEntre, type Contexto, type Fila, type Respuesta } from './respuesta.ts'

const COLUMNAS = ['Sale', 'Entra', 'Acuerdo', 'Registrada', 'Capturada', 'Validada', 'Publicada', 'Informada al INE', 'En tiempo']

interface Aviso {
  texto: string
  tiempo: string
  claves: string[]
  eventos: string[]
}

/** From the acuerdo to the INE, with the days between. The term of the last step is that of the calendar. */
export async function responderSustituciones(contexto: Contexto, actividades: ActividadesService): Promise<Respuesta> {
  const { tx, periodo } = contexto
  const rows = (await listSustituciones(tx)).filter(({ fecha }) => dentro(fecha, periodo))
  const { entregables } = rows.length === 0 ? { entregables: [] } : await actividades.panorama(tx)
  const avisos = new Map(rows.map((row) => [row.id, avisoDe(row, { entregables, contexto })]))
  const corregidas = await readCorregidas(rows, contexto)
  const primeras = new Map([...corregidas].flatMap(([id, [first]]) => (first ? [[id, first] as const] : [])))
  const antes = primeras.size === 0 ? [] : await actividades.entregablesCon(tx, primeras)
  const actos = await listActosDe(tx, [
    ...rows.flatMap(({ acuerdoId, saleId, entraId, corte }) => [acuerdoId, saleId, entraId ?? '', String(corte ?? '')]),
    ...[...avisos.values()].flatMap(({ claves, eventos }) => [...claves, ...eventos]),
  ])
  const filas = rows.map((row) => {
    const correcciones = corregidas.get(row.acuerdoId) ?? []
    const [primera] = correcciones
    const primero = primera ? avisoDe({ ...row, fecha: primera.fecha }, { entregables: antes, contexto }) : null
    return toFila(row, { contexto, aviso: avisos.get(row.id) as Aviso, primero, correcciones, actos })
  })
  return { frases: [...frasesOf(filas), ...fraseCorregidas(rows, corregidas)], columnas: COLUMNAS, filas }
}

/** Corrections of the day of each acuerdo. */
type Corregidas = ReadonlyMap<string, FechaCorregida[]>

async function readCorregidas(rows: readonly SustitucionRow[], { tx, proceso }: Contexto): Promise<Corregidas> {
  const acuerdos = [...new Set(rows.map(({ acuerdoId }) => acuerdoId))]
  return groupBy(await listFechasCorregidas(tx, { acuerdos, zona: proceso.zona }), ({ acuerdoId }) => acuerdoId)
}

function fraseCorregidas(rows: readonly SustitucionRow[], corregidas: Corregidas): string[] {
  const n = rows.filter(({ acuerdoId }) => corregidas.has(acuerdoId)).length
  return n === 0
    ? []
    : [`De ${n} se corrigió después la fecha del acuerdo: los días y el plazo se dicen con la corregida y con la primera.`]
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
  const eventos = own.flatMap(({ evento }) => evento?.id ?? [])
  if (hitos.length === 0) return { texto: 'No consta', tiempo: 'Sin plazo registrado', claves, eventos }
  const hechos = hitos.flatMap(({ cumplimiento }) => (cumplimiento ? [cumplimiento] : []))
  const last = hechos
    .map(({ ocurridoEn }) => ocurridoEn)
    .sort()
    .at(-1)
  const texto =
    last === undefined || hechos.length < hitos.length
      ? todaviaNo(fecha, contexto)
      : `${contexto.instante(last)} (${despues(fecha, contexto.dia(last))}), ${hechos.map(({ referencia }) => referencia).join('; ')}`
  return { texto, tiempo: tiempoDe(hitos, contexto), claves, eventos }
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
  evento: ['evento.movido'],
  corte: ['corte.publicado'],
  ine: ['actividad.cumplida', 'actividad.cumplimiento_corregido', 'actividad.cumplimiento_anulado'],
} as const satisfies Record<string, readonly ClaveActo[]>

interface Reading {
  contexto: Contexto
  aviso: Aviso
  /** Its notice as counted from the first date; null: that one holds. */
  primero: Aviso | null
  correcciones: readonly FechaCorregida[]
  actos: ReadonlyMap<string, { n: number; acto: string }[]>
}

function toFila(row: SustitucionRow, { contexto, aviso, primero, correcciones, actos }: Reading): Fila {
  const { fecha, entraId, corte } = row
  const desde = [fecha, ...correcciones.slice(0, 1).map((first) => first.fecha)]
  const step = (en: Date | null) => pasoDicho(en, desde, contexto)
  const entra = entraId === null ? () => '—' : step
  return {
    celdas: [
      ...[row.sale, row.entra ?? 'Nadie', acuerdoDicho(row, correcciones, contexto), step(row.registradoEn)],
      ...[entra(row.capturadaEn), entra(row.validadaEn), `${entra(row.publicadaEn)}${corte === null ? '' : `, corte ${corte}`}`],
      ...[conPrimera(aviso.texto, primero?.texto), conPrimera(aviso.tiempo, primero?.tiempo)],
    ],
    actos: pruebasDe(row, aviso, actos),
  }
}

function pruebasDe({ acuerdoId, saleId, entraId, corte }: SustitucionRow, aviso: Aviso, actos: Reading['actos']): number[] {
  const proofs = (of: keyof typeof PROOFS, ids: readonly string[]) =>
    ids.flatMap((id) => actos.get(id) ?? []).flatMap(({ n, acto }) => (isOneOf<string>(PROOFS[of], acto) ? [n] : []))
  return [
    ...proofs('acuerdo', [acuerdoId]),
    ...proofs('evento', aviso.eventos),
    ...proofs('sale', [saleId]),
    ...ultimaGuardada(actos.get(entraId ?? '') ?? []),
    ...proofs('entra', entraId === null ? [] : [entraId]),
    ...proofs('corte', corte === null ? [] : [String(corte)]),
    ...proofs('ine', aviso.claves),
  ]
}

/** "SIMULACRO/ACU/101/2024, del 20 de abril. La fecha del acuerdo decía 19 de abril; la corrigió Secretaría el 23 de abril, acto 81." */
function acuerdoDicho({ numero, fecha }: SustitucionRow, correcciones: readonly FechaCorregida[], { dia }: Contexto): string {
  const dichas = correcciones.map(
    (each) =>
      `. La fecha del acuerdo decía ${longDate(each.fecha)}; la corrigió ${quienFue(each)} el ${longDate(dia(each.en))}, acto ${each.n}`,
  )
  return [`${numero}, del ${longDate(fecha)}`, ...dichas].join('')
}

const ROLES = keysOf(NOMBRES_ROL)

function quienFue({ rol }: FechaCorregida): string {
  return isOneOf(ROLES, rol) ? NOMBRES_ROL[rol] : 'el sistema'
}

/** With the days since the date of the acuerdo, and since the one that it said first. */
function pasoDicho(en: Date | null, [fecha = '', primera]: readonly string[], contexto: Contexto): string {
  if (en === null) return conPrimera(todaviaNo(fecha, contexto), primera && todaviaNo(primera, contexto))
  const days = despues(fecha, contexto.dia(en))
  return `${contexto.instante(en)} (${conPrimera(days, primera && despues(primera, contexto.dia(en)))})`
}

/** Both where they differ. */
function conPrimera(texto: string, primero: string | undefined): string {
  return primero === undefined || primero === texto ? texto : `${texto}; con la primera fecha: ${primero}`
}

/** The save that completed the captura: none came between it and the validation. */
function ultimaGuardada(actos: readonly { n: number; acto: string }[]): number[] {
  const validada = actos.find(({ acto }) => acto === 'candidatura.validada')?.n ?? Infinity
  const last = actos.findLast(({ n, acto }) => acto === 'captura.guardada' && n < validada)
  return last ? [last.n] : []
}
