import { randomUUID } from 'node:crypto'
import {
  efectosDeCambio,
  razonesContraCambiar,
  razonesContraCorregir,
  razonesContraEntrar,
  razonesContraPartidoOrigen,
  type CambioState,
} from '@conoceles/domain'
import type { ActorPolitico } from '../../proceso/index.ts'
import type { Diferencia } from './cambio.entity.ts'
import { corregir, type Correccion } from './correccion.ts'
import { shortPlaceName, type Catalogo, type Entrante, type Pedido } from './pedido.ts'
import type { LugarRow } from './cambios.queries.ts'
import type { FilaVista } from './registro.queries.ts'

/** Candidatura of the persona who enters. */
export interface Alta {
  id: string
  entrante: Entrante
  partidoOrigen: ActorPolitico | null
  responsableId: string
}

/** Effects of an act on one candidatura, decided without touching anything. */
export interface Plan {
  row: LugarRow
  /** How many stand, or stood, in the place. */
  turnos: number
  /** Holder who leaves the place to the one who comes back. */
  sale: LugarRow | null
  razones: string[]
  efectos: string[]
  quita: string[]
  pone: FilaVista[]
  alta: Alta | null
  correccion: Correccion | null
  diferencias: Diferencia[]
}

/** The rules of `domain` over one candidatura and the rest of its place. */
export function planCambio(pedido: Pedido, { row, lugar }: { row: LugarRow; lugar: readonly LugarRow[] }, contexto: Catalogo): Plan {
  const { acto, efectosDesde, causa } = pedido
  const razones = razonesContraCambiar(acto, toState(row, contexto.hoy), { efectosDesde, causa })
  const own = PLANS[acto](pedido, { row, lugar }, contexto)
  const efectos = efectosDeCambio(acto, {
    nombre: fullName(row),
    lugar: placeName(row),
    efectosDesde,
    acuerdo: pedido.acuerdo?.numero ?? null,
    entra: pedido.entra && { nombre: fullName(pedido.entra), conserva: pedido.entra.conserva },
    sale: own.sale && { nombre: fullName(own.sale), dejo: dejadoPor(own.sale, { vuelve: row, contexto }) },
    diferencias: own.diferencias,
    cambiaResponsable: own.correccion?.responsableId !== undefined,
  })
  return { ...own, row, turnos: lugar.length, razones: [...razones, ...own.razones], efectos }
}

/** Place that the leaving holder had left to come here; null where she holds some place after the act. */
function dejadoPor({ personaId, otros }: LugarRow, { vuelve, contexto }: { vuelve: LugarRow; contexto: Catalogo }): string | null {
  if (personaId === vuelve.personaId || otros.some(({ estatus }) => estatus === 'aprobada')) return null
  const conLugar = contexto.proceso.catalogos.causas.filter((causa) => causa.conLugar).map(({ clave }) => clave)
  const dejado = otros.find(({ causa }) => causa !== null && conLugar.includes(causa))
  return dejado ? shortPlaceName(dejado) : null
}

export function toState({ estatus, ultimoHecho, otros }: LugarRow, hoy: string): CambioState {
  return { estatus, hoy, ultimoHecho, conOtroLugar: otros.some((otro) => otro.estatus === 'aprobada') }
}

type Place = { row: LugarRow; lugar: readonly LugarRow[] }
type Planner = (pedido: Pedido, place: Place, contexto: Catalogo) => Omit<Plan, 'row' | 'turnos' | 'efectos'>

const NOTHING = { sale: null, razones: [], quita: [], pone: [], alta: null, correccion: null, diferencias: [] }

const PLANS: Record<Pedido['acto'], Planner> = {
  sustituir: ({ entra }, { row }, { actores }) => {
    if (!entra) return { ...NOTHING, quita: [row.id] }
    const postula = actorOf(actores, row.actor)
    const partido = partidoDe(entra, row, actores)
    const alta = { id: randomUUID(), entrante: entra, partidoOrigen: partido, responsableId: (partido ?? postula).id }
    const razones = [
      ...razonesContraEntrar({ entra: entra.nueva ? null : entra.personaId, sale: row.personaId }),
      ...razonesContraPartidoOrigen(partido, { postula, integrantes: row.integrantes }),
    ]
    return { ...NOTHING, razones, alta, quita: [row.id], pone: [{ ...toFila(row), ...personaOf(entra), id: alta.id }] }
  },
  cancelar: (_pedido, { row }) => ({ ...NOTHING, quita: [row.id] }),
  corregir: ({ datos, acuerdo, documentoId }, { row }, { actores }) => {
    if (!datos) return NOTHING
    const postula = actorOf(actores, row.actor)
    const correccion = corregir(row, datos, postula)
    const { diferencias } = correccion
    const partido = datos.partidoOrigen
    const razones = [
      ...razonesContraCorregir({ diferencias: diferencias.length, respaldo: acuerdo !== null || documentoId !== null }),
      ...(partido === undefined ? [] : razonesContraPartidoOrigen(partido, { postula, integrantes: row.integrantes })),
    ]
    return { ...NOTHING, razones, correccion, diferencias, pone: [{ ...toFila(row), ...personaOf({ ...row, ...correccion.despues }) }] }
  },
  restituir: (_pedido, { row, lugar }) => {
    const sale = lugar.find(({ id, estatus }) => id !== row.id && estatus === 'aprobada') ?? null
    return { ...NOTHING, sale, quita: sale ? [sale.id] : [], pone: [toFila(row)] }
  },
}

/** The party named in the request, or that of the candidate who leaves. */
function partidoDe({ partidoOrigen, postulada }: Entrante, row: LugarRow, actores: readonly ActorPolitico[]): ActorPolitico | null {
  const said = postulada === null || postulada === row.actor ? partidoOrigen : undefined
  return said === undefined ? (actores.find(({ clave }) => clave === row.partidoOrigen) ?? null) : said
}

/** Catalogue and register belong to one proceso: the actor is always there. */
function actorOf(actores: readonly ActorPolitico[], wanted: string): ActorPolitico {
  const actor = actores.find(({ clave }) => clave === wanted)
  if (!actor) throw new Error(`${wanted} is not in the catalogue of its proceso`)
  return actor
}

type Nombrada = Pick<LugarRow, 'nombre' | 'primerApellido' | 'segundoApellido'>

export function fullName({ nombre, primerApellido, segundoApellido }: Nombrada): string {
  return [nombre, primerApellido, segundoApellido].filter((part) => part !== null).join(' ')
}

function placeName({ cargoSingular, demarcacion, numero, calidad }: LugarRow): string {
  return `${calidad} de la fórmula ${numero}, ${cargoSingular} (${demarcacion})`
}

function toFila(row: LugarRow): FilaVista {
  const { id, cargo, contienda, actor, numero, calidad, conSuplente, postulacionId } = row
  return { id, cargo, contienda, actor, numero, calidad, conSuplente, postulacionId, ...personaOf(row) }
}

type Conocida = Nombrada & Pick<LugarRow, 'personaId' | 'fechaNacimiento' | 'edadDeclarada' | 'sexo' | 'accionAfirmativa'>

function personaOf(persona: Conocida): Pick<FilaVista, 'nombre' | keyof Omit<Conocida, keyof Nombrada>> {
  const { personaId, fechaNacimiento, edadDeclarada, sexo, accionAfirmativa } = persona
  return { nombre: fullName(persona), personaId, fechaNacimiento, edadDeclarada, sexo, accionAfirmativa }
}
