import type { EntityManager } from 'typeorm'
import {
  conArticulo,
  nombreSesion,
  vencidosDe,
  type ClaseHecho,
  type HechoMes,
  type Milestone,
  type MomentoPlan,
  type OrganoNombrado,
} from '@conoceles/domain'
import { cuantas, diaEnPalabras } from '../../../shared/documentos/fechas.ts'
import { enLista, sinArticulo } from '../../../shared/documentos/palabras.ts'
import type { ParrafoRelato } from '../momento.ts'
import { readAcuerdos, readCambios, readCortes, readOficios, readSesiones, readVersiones, type Mes } from './mes.queries.ts'

interface Nombres {
  /** An organ by its clave. */
  organo: (clave: string | null) => OrganoNombrado | null
  /** Name of an entregable by its clave. */
  entregable: (clave: string) => string
}

/** Everything that the system knows of a month, beside the momentos of the plan. */
export async function hechosDelMes(tx: EntityManager, mes: Mes, { organo, entregable }: Nombres): Promise<HechoMes[]> {
  const of = <T extends { dia: string }>(clase: ClaseHecho, rows: readonly T[], que: (row: T) => string): HechoMes[] =>
    rows.map((row) => ({ dia: row.dia, clase, que: que(row) }))
  return [
    ...of(
      'sesion',
      await readSesiones(tx, mes),
      (row) => `${nombreSesion(row)} ${conArticulo(organo(row.organo) ?? { nombre: row.organo }, 'de')}`,
    ),
    ...of('acuerdo', await readAcuerdos(tx, mes), ({ organo: de, ...row }) => acuerdoText({ ...row, organo: organo(de) })),
    ...of('cambio', await readCambios(tx, mes), cambioText),
    ...of('version', await readVersiones(tx, mes), (row) => `Versión ${row.numero} de «${entregable(row.entregable)}»`),
    ...of('remision', await readOficios(tx, mes), ({ numero, asunto }) => `Oficio ${numero}: ${asunto}`),
    ...of('publicacion', await readCortes(tx, mes), publicacionText),
  ]
}

interface Acuerdo {
  numero: string
  organo: OrganoNombrado | null
  asunto: string | null
  candidaturas: number
}

function acuerdoText({ numero, organo, asunto, candidaturas }: Acuerdo): string {
  const de = organo === null ? '' : ` ${conArticulo(organo, 'de')}`
  const aprobo = candidaturas === 0 ? '' : `; aprobó ${cuantas(candidaturas, ['candidatura', 'candidaturas'])}`
  return `Acuerdo ${numero}${de}${asunto ? `: ${asunto}` : ''}${aprobo}`
}

const CAMBIOS: Record<string, readonly [string, string]> = {
  sustitucion: ['sustitución', 'sustituciones'],
  cancelacion: ['cancelación', 'cancelaciones'],
  restitucion: ['restitución', 'restituciones'],
  correccion: ['corrección de datos del registro', 'correcciones de datos del registro'],
}

function cambioText({ tipo, acuerdo, cuantos }: { tipo: string; acuerdo: string | null; cuantos: number }): string {
  return `${cuantas(cuantos, CAMBIOS[tipo] ?? [tipo, tipo])}${acuerdo === null ? '' : `, por el acuerdo ${acuerdo}`}`
}

function publicacionText({ cuantos, primero, ultimo }: { cuantos: number; primero: number; ultimo: number }): string {
  return cuantos === 1
    ? `Corte público ${primero}`
    : `${cuantas(cuantos, ['corte público', 'cortes públicos'])}, del ${primero} al ${ultimo}`
}

interface Contado {
  mes: string
  realizados: readonly MomentoPlan[]
  hechos: readonly HechoMes[]
  momentos: readonly MomentoPlan[]
  /** Day of a cut before the end of the month: of what came after it the prose knows nothing. */
  hasta?: string
}

/** The month in prose: each paragraph has its figure, and one sentence tells everything that did not happen. */
export function relatoDelMes({ mes, realizados, hechos, momentos, hasta }: Contado): ParrafoRelato[] {
  const told = [
    ...APROBACIONES.map(({ milestone, si, no }) => ({ no, dicho: aprobacionText(realizados, { milestone, si }) })),
    ...HECHOS.map(([clase, si, no]) => ({ no, dicho: hechoText(hechos, { clase, si }) })),
  ]
  const absent = told.flatMap(({ no, dicho }) => (dicho === null ? [no] : []))
  return [
    resumenText(hasta ? `${mes}, hasta el corte del ${diaEnPalabras(hasta)},` : mes, realizados),
    ...told.flatMap(({ dicho }) => dicho ?? []),
    ...(absent.length === 0 ? [] : [`${hasta ? 'Hasta ese corte' : 'En el mes'} no hubo ${absent.join('; ni ')}.`]),
    vencidosText(vencidosDe(momentos)),
  ]
}

function resumenText(mes: string, realizados: readonly MomentoPlan[]): string {
  if (realizados.length === 0) return `En ${mes} no consta que se haya cumplido ningún momento del programa de trabajo.`
  const tarde = realizados.filter(({ estatus }) => estatus === 'cumplida_tarde').length
  const how = tarde === 0 ? 'ninguno fuera de su plazo' : `${tarde} fuera de su plazo`
  return `En ${mes} se cumplieron ${cuantas(realizados.length, ['momento', 'momentos'])} del programa de trabajo, ${how}.`
}

const APROBACIONES: readonly { milestone: Milestone; si: string; no: string }[] = [
  { milestone: 'comision', si: 'La Comisión aprobó', no: 'documentos aprobados por la Comisión' },
  { milestone: 'pleno', si: 'El Pleno aprobó', no: 'documentos aprobados por el Pleno' },
  { milestone: 'presentacion', si: 'Al Pleno se presentó', no: 'informes presentados al Pleno' },
  { milestone: 'comite', si: 'El Comité de Transparencia aprobó', no: 'documentos aprobados por el Comité de Transparencia' },
  { milestone: 'remision', si: 'Al Instituto Nacional Electoral se remitió', no: 'documentos remitidos al Instituto Nacional Electoral' },
] // prettier-ignore

/** Null: there was none. */
function aprobacionText(realizados: readonly MomentoPlan[], { milestone, si }: { milestone: Milestone; si: string }): ParrafoRelato | null {
  const own = realizados.filter((each) => each.milestone === milestone)
  if (own.length === 0) return null
  const said = own.map((each) => {
    const { hecho, referencia } = each
    const when = hecho === null ? '' : `, el ${diaEnPalabras(hecho)}`
    return `${citado(each)}${when}${referencia ? `, ${referencia}` : ''}`
  })
  return enumerado(si, said)
} // prettier-ignore

/** The document by its name: that of its activity begins with a verb. */
function citado({ documento, nombre, de }: MomentoPlan): string {
  const title = documento === null ? nombre : sinArticulo(documento)
  // Its event tells two of one name apart; the name of a document has its month already.
  return `«${title}»${de === null || title.includes(de) ? '' : ` (${de})`}`
}

/** One is a sentence; several are a list. */
function enumerado(texto: string, puntos: readonly string[]): ParrafoRelato {
  return puntos.length === 1 ? `${texto}: ${puntos[0]}.` : { texto: `${texto}:`, puntos: puntos.map((punto) => `${punto}.`) }
}

const HECHOS: readonly (readonly [ClaseHecho, string, string])[] = [
  ['sesion', 'Sesiones celebradas', 'sesiones celebradas'],
  ['acuerdo', 'Acuerdos tomados', 'acuerdos tomados'],
  ['cambio', 'Cambios de candidaturas que surtieron efectos', 'sustituciones, cancelaciones ni restituciones que surtieran efectos'],
  ['version', 'Versiones de documentos', 'versiones nuevas de documentos'],
  ['publicacion', 'Publicaciones', 'publicaciones'],
] // prettier-ignore
/** More of one kind than these are in their table: prose tells how many. */
const DICHOS = 6

/** Null: there was none. */
function hechoText(hechos: readonly HechoMes[], { clase, si }: { clase: ClaseHecho; si: string }): ParrafoRelato | null {
  const own = hechos.filter((each) => each.clase === clase)
  if (own.length === 0) return null
  if (own.length > DICHOS) return `${si}: ${own.length}; están en la tabla de hechos del mes, con su día.`
  const [only] = own
  if (own.length === 1 && only) return `${si}: ${lower(only.que)}, el ${diaEnPalabras(only.dia)}.`
  return enumerado(
    si,
    own.map(({ dia, que }) => `${que}, el ${diaEnPalabras(dia)}`),
  )
}

/** A name of its own keeps its capital. */
function lower(text: string): string {
  return /^(?:Acuerdo|Corte|Versión)\b/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

function vencidosText(vencidos: readonly MomentoPlan[]): ParrafoRelato {
  if (vencidos.length === 0) return 'Al corte no hay plazos vencidos.'
  // One more takes no more room than the words that there is one more.
  const dichos = vencidos.length === DICHOS + 1 ? vencidos.length : DICHOS
  const said = vencidos.slice(0, dichos).map((each) => {
    const { momento, vence, areas } = each
    const end = vence === null ? '' : `, que venció el ${diaEnPalabras(vence)}`
    return `${momento} de ${citado(each)}${end}, a cargo de ${enLista(areas)}`
  })
  const rest = vencidos.length > dichos ? [`Y ${vencidos.length - dichos} más, que están en su tabla`] : []
  const number = vencidos.length === 1 ? 'Al corte está vencido 1 plazo' : `Al corte están vencidos ${vencidos.length} plazos`
  return enumerado(number, [...said, ...rest])
}
