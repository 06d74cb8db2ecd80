import type { EntityManager } from 'typeorm'
import {
  endOfDay,
  cartaDe,
  cartaEnPalabras,
  estatusDerecho,
  longDate,
  NO_SUPRIME,
  noConfirmada,
  notificarAntes,
  plazoDerecho,
  plazoParaPrevenir,
  porNotificar,
  propuestaDeAnular,
  propuestaDerecho,
  puede,
  razonesContraDerecho,
  recursoAbierto,
  recursoDe,
  tomaDosPersonas,
  type CartaDerecho,
  type Derecho,
  type PlazoDerecho,
  type ReglasDerecho,
} from '@conoceles/domain'
import type { PendienteDto } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { Clock } from '../../../shared/clock.ts'
import { listSolicitudes, readPersonas } from './derechos.queries.ts'
import { readReglas } from './reglas.ts'
import type { SolicitudDerecho } from './solicitud-derecho.entity.ts'
import { isOpen, situacionOf } from './view.ts'

interface Debida {
  row: SolicitudDerecho
  plazo: PlazoDerecho
}

/** Lists the requests that somebody has to act on: one line for each, from the first day. */
export class PendientesDerechoService {
  constructor(private readonly parts: { clock: Clock; procesos: ProcesosService }) {}

  async pendientes(tx: EntityManager, quien: Quien): Promise<PendienteDto[]> {
    const propias = quien.rol === 'candidata'
    if (!propias && !puede(quien.rol, 'derechos.atender')) return []
    const all = await listSolicitudes(tx)
    const rows = all.filter(isOpen)
    const recurridas = propias ? [] : all.filter(({ hechos }) => recursoAbierto(recursoDe(hechos)))
    const calladas = propias ? [] : all.filter((row) => porNotificar(row).length > 0)
    if (rows.length + recurridas.length + calladas.length === 0) return []
    const reglas = { ...(await readReglas(tx, this.parts)), cuentaId: quien.cuentaId }
    const { zona } = await this.parts.procesos.proceso(tx)
    const debidas = rows.flatMap((row) => debidaOf(row, reglas))
    if (propias) return ofPersona(debidas, zona)
    const unidad = await this.ofUnidad(tx, debidas, { cuentaId: quien.cuentaId, zona, reglas })
    return [...unidad, ...(await ofCalladas(tx, calladas, { reglas, zona })), ...recurridas.flatMap((row) => ofRecurso(row, zona))]
  }

  private async ofUnidad(
    tx: EntityManager,
    debidas: readonly Debida[],
    { cuentaId, zona, reglas }: { cuentaId: string; zona: string; reglas: ReglasDerecho },
  ): Promise<PendienteDto[]> {
    const personas = await readPersonas(
      tx,
      debidas.map(({ row }) => row.candidaturaId),
    )
    return debidas.flatMap(({ row, plazo }) => {
      const acto = actoDebido({ row, plazo }, reglas, cuentaId)
      if (acto === null) return []
      const texto = `${acto} · ${row.folio}, ${personas.get(row.candidaturaId) ?? ''}`
      const when = whenOf(texto, plazo, zona)
      const previene = plazoParaPrevenir(situacionOf(row), reglas)
      const limit = previene ? `. Prevenir, si algo falta, a más tardar el ${longDate(previene.vence)}` : ''
      return [{ clave: `derecho-${row.id}`, ...when, texto: `${when.texto}${limit}`, cuantas: 1, enlace: `/derechos/${row.id}` }]
    })
  }
}

function whenOf(texto: string, plazo: PlazoDerecho, zona: string): Pick<PendienteDto, 'texto' | 'venceEn'> {
  // Until the answer is notified no term runs to make it effective.
  if (plazo.clave === 'notificar') return { texto, venceEn: null }
  if (plazo.clave === 'suprimir') return { texto: `${texto}. El bloqueo terminó el ${longDate(plazo.vence)}`, venceEn: endOfDay(plazo.vence, zona).toString() } // prettier-ignore
  return conPlazo(texto, plazo, zona)
}

function conPlazo(texto: string, { quedan, vence, empieza }: PlazoDerecho, zona: string): Pick<PendienteDto, 'texto' | 'venceEn'> {
  const left = empieza === undefined ? restanEnPalabras(quedan) : `El plazo empieza el ${longDate(empieza)}`
  return { texto: `${texto}. ${left}`, venceEn: endOfDay(vence, zona).toString() }
}

/** Letters that were not notified: each is owed until it is, within the term that ends with it where one runs. */
async function ofCalladas(
  tx: EntityManager,
  calladas: readonly SolicitudDerecho[],
  { reglas, zona }: { reglas: ReglasDerecho; zona: string },
): Promise<PendienteDto[]> {
  const personas = await readPersonas(
    tx,
    calladas.map(({ candidaturaId }) => candidaturaId),
  )
  return calladas.flatMap((row) => {
    const { id, folio, derecho, candidaturaId } = row
    const plazo = plazoDerecho(situacionOf(row), reglas)
    return porNotificar(row).flatMap((carta) => {
      if (otra(row, calladas, carta)) return []
      const cual = `${cartaEnPalabras(carta)} ${carta === 'respuesta' ? 'a' : 'de'} ${CUAL[derecho]}`
      const texto = `Notificar ${cual} · ${folio}, ${personas.get(candidaturaId) ?? ''}`
      // A refusal runs no term of its own, and is notified within that of its answer.
      const runs = plazo ?? (carta === 'respuesta' ? notificarAntes(situacionOf(row), reglas) : null)
      const when = runs === null || runs.clave === 'suprimir' ? { texto, venceEn: null } : conPlazo(texto, runs, zona)
      return [{ clave: `notificar-${id}`, ...when, cuantas: 1, enlace: `/derechos/${id}` }]
    })
  })
}

/** Whether one before it in the list tells the same letter: it is notified once. */
function otra({ id, hechos }: SolicitudDerecho, calladas: readonly SolicitudDerecho[], carta: CartaDerecho): boolean {
  const folio = hechos.findLast(({ acto }) => cartaDe(acto) === carta)?.folio
  return calladas.find((each) => each.hechos.some((hecho) => hecho.folio === folio))?.id !== id
}

/** One line while the garante has it, and then until it is complied with. */
function ofRecurso({ id, folio, hechos }: SolicitudDerecho, zona: string): PendienteDto[] {
  const recurso = recursoDe(hechos)
  if (recurso === null) return []
  const { estatus, cumplirAntes, expediente } = recurso
  const cual = `${folio}${expediente ? `, expediente ${expediente}` : ''}`
  const resuelto = estatus === 'resuelto' && cumplirAntes !== null
  const texto = resuelto
    ? `Cumplir lo que resolvió el garante · ${cual}. A más tardar el ${longDate(cumplirAntes)}`
    : `Seguir un recurso de revisión · ${cual}`
  const venceEn = resuelto ? endOfDay(cumplirAntes, zona).toString() : null
  return [{ clave: `recurso-${id}`, texto, cuantas: 1, venceEn, enlace: `/derechos/${id}` }]
}

function debidaOf(row: SolicitudDerecho, reglas: ReglasDerecho): Debida[] {
  const plazo = plazoDerecho(situacionOf(row), reglas)
  return plazo ? [{ row, plazo }] : []
}

/** A request to close because it was recorded by mistake comes before whatever else is owed of it. */
function anularDebido(row: SolicitudDerecho, cuentaId: string): string | null {
  const propuesta = propuestaDeAnular(row)
  if (propuesta === null) return null
  return propuesta.por === cuentaId
    ? `Falta que otra persona decida si se registró por error ${CUAL[row.derecho]}`
    : `Decidir si se registró por error ${CUAL[row.derecho]}`
}

/** The next act of the institute; null: it waits for the persona, or for the block and the time to appeal to end. */
function actoDebido({ row, plazo }: Debida, reglas: ReglasDerecho, cuentaId: string): string | null {
  const closing = anularDebido(row, cuentaId)
  if (closing !== null) return closing
  const over = plazo.quedan < 0
  const acts: Partial<Record<PlazoDerecho['clave'], () => string | null>> = {
    desahogar: () => (over ? 'Tener por no presentada una solicitud' : null),
    suprimir: () => suprimirDebido(razonesContraDerecho('suprimir', situacionOf(row), reglas)),
    responder: () => `Responder ${CUAL[row.derecho]}`,
    hacerEfectivo: () => efectivoDebido(row, cuentaId),
    // Its answer is notified before it is made effective.
    notificar: () => (tomaDosPersonas(row) && propuestaDerecho(row) === null ? efectivoDebido(row, cuentaId) : null),
  }
  return acts[plazo.clave]?.() ?? null
}

function suprimirDebido(razones: readonly string[]): string | null {
  if (razones.length === 0) return 'Suprimir lo que bloqueó una cancelación'
  return razones.every((each) => each === NO_SUPRIME) ? 'Falta que otra persona suprima lo que bloqueó una cancelación' : null
}

function efectivoDebido(row: SolicitudDerecho, cuentaId: string): string {
  if (!tomaDosPersonas(row)) return `Hacer ${row.derecho === 'acceso' ? 'efectivo' : 'efectiva'} ${CUAL[row.derecho]}`
  const propuesta = propuestaDerecho(row)
  const cual = CUAL[row.derecho]
  if (propuesta === null && noConfirmada(row)) return `Proponer otra vez ${cual}: la segunda persona no la confirmó`
  if (propuesta === null) return `Proponer ${cual} que procedió`
  return propuesta.por === cuentaId ? `Falta que otra persona haga efectiva ${cual}` : `Hacer efectiva ${cual} ya propuesta`
}

const CUAL: Record<Derecho, string> = {
  acceso: 'un acceso',
  rectificacion: 'una rectificación',
  cancelacion: 'una cancelación',
  oposicion: 'una oposición',
}

function restanEnPalabras(quedan: number): string {
  if (quedan === 0) return 'Vence hoy'
  const dias = (n: number) => (n === 1 ? '1 día hábil' : `${n} días hábiles`)
  return quedan > 0 ? `Qued${quedan === 1 ? 'a' : 'an'} ${dias(quedan)}` : `Venció hace ${dias(-quedan)}`
}

/** Asks the persona to complete her request. */
function ofPersona(debidas: readonly Debida[], zona: string): PendienteDto[] {
  const mine = debidas.filter(({ row }) => estatusDerecho(row) === 'prevenida')
  if (mine.length === 0) return []
  // Her days run once she was notified.
  const [first] = mine.flatMap(({ plazo }) => (plazo.clave === 'desahogar' ? [plazo.vence] : [])).toSorted()
  const n = mine.length
  const texto = n === 1 ? 'Completar su solicitud sobre sus datos' : `Completar ${n} solicitudes sobre sus datos`
  return [
    { clave: 'derechos', texto, cuantas: n, venceEn: first === undefined ? null : endOfDay(first, zona).toString(), enlace: '/derechos' },
  ]
}
