import { isDeepStrictEqual } from 'node:util'
import type { EntityManager } from 'typeorm'
import { acceptRespuestas, faltantesDe, seccionesDe, type Respuestas, type Seccion as SeccionDefinition } from '@conoceles/cuestionarios'
import { esExtemporanea, estaReabierta, razonesContra, type EstatusSeccion } from '@conoceles/domain'
import type { Acuse, Acts, Turno } from '../../bitacora/index.ts'
import type { AvisosPrivacidadService } from '../avisos/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { together, type Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { toInstant } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { avanceOf, isOther } from './avance.ts'
import { findLeida, saveAvance, saveSeccion } from './captura.queries.ts'
import { pick, razonesDeConsentimiento, seccionState, situacionDe, type Expediente, type Lugar } from '../identidad/expediente.ts'
import type { ExpedientesService } from '../identidad/expedientes.service.ts'
import type { IdentidadService } from '../identidad/identidad.service.ts'
import { readToday } from '../lecturas/lecturas.service.ts'
import { propiasActo, propiasOf } from './propias.ts'
import type { Seccion } from './seccion.entity.ts'
import { seccionNueva } from './seccion-nueva.ts'
import type { CuestionariosVigentes, Vigente } from '../vigentes/vigentes.ts'

export interface SaveSeccion {
  candidaturaId: string
  cuestionario: string
  seccion: string
  version: number
  respuestas: Respuestas
  /** Idempotency-Key: the same submission twice is one save and the same acuse. */
  envio: string | null
}

type Guardar = Omit<SaveSeccion, 'envio'>

export interface SavedSeccion {
  version: number
  estatus: EstatusSeccion
  /** Whether it came after the term. */
  extemporanea: boolean
  faltantes: { campo: string; razones: string[] }[]
  /** Answers that were not kept: the stored ones of their questions stay. */
  rechazadas: { campo: string; razones: string[] }[]
  guardadaEn: string
  acuse: Acuse
}

export interface CapturaServices {
  acts: Acts
  vigentes: CuestionariosVigentes
  identidad: IdentidadService
  procesos: ProcesosService
  avisos: AvisosPrivacidadService
}

/** Section of a save, with all that judges it. */
interface Place extends Expediente {
  vigente: Vigente
  definition: SeccionDefinition
  current: Seccion | undefined
  todas: Respuestas
  /**
   * Whether the acting account may be told the stored answers. Identity answers: only the persona, and an account with today's reading
   * noted.
   */
  legible: boolean
}

/** Filling in a cuestionario, section by section. */
export class CapturaService {
  constructor(
    private readonly deps: Deps,
    private readonly services: CapturaServices & { expedientes: ExpedientesService },
  ) {}

  /** Partial answers are welcome. Those that can never be valid are refused one by one, and the others are kept. */
  guardar(quien: Quien, { envio: clave, ...save }: SaveSeccion): Promise<SavedSeccion> {
    return this.services.acts.perform(quien, {
      acto: 'captura.guardada',
      objeto: { tipo: 'candidatura', id: save.candidaturaId },
      envio: { clave, contenido: save },
      lock: async (tx) => {
        const place = await this.placeOf(tx, quien, save)
        assertAllowed(place, { cuenta: quien.cuentaId, lugar: lugarOf(place) })
        return place
      },
      familia: 'captura',
      version: { leida: save.version, actual: versionOf, texto: (_, place) => textoOf(place) },
      change: (turno) => this.change(turno, save),
      answer: ({ hecho: { row, faltantes, rechazadas }, acuse }) => {
        const { version, estatus, extemporanea } = row
        return { version, estatus, extemporanea, faltantes, rechazadas, guardadaEn: acuse.recibidoEn, acuse }
      },
    })
  }

  /** The instant of the acuse is the one that counts: row, evidence and receipt say the same. */
  private async change({ tx, quien, state: place, ahora, folio }: Turno<Place>, save: Guardar) {
    const { captura, vigente, definition, secciones, current } = place
    const { respuestas, faltantes, rechazadas } = judge(place, save)
    const { candidaturaId: candidatura, cuestionario, seccion } = save
    const own = quien.rol === 'candidata'
    const identidad = vigente.row.tipo === 'identidad'
    const reabierta = estaReabierta(seccionState(place, lugarOf(place)))
    const row: Seccion = {
      ...(current ?? seccionNueva(captura.id, vigente, seccion)),
      ...propiasOf(current, { own }),
      estatus: estatusOf(respuestas, faltantes.length),
      version: save.version + 1,
      guardadaEn: ahora,
      extemporanea: esExtemporanea({ ...captura, ahora: toInstant(ahora), reabierta }),
    }
    if (!identidad) row.respuestas = respuestas
    const avance = avanceOf(captura, { ...place, secciones: [...secciones.filter(({ id }) => id !== row.id), row] }, ahora)
    const { version, estatus, extemporanea } = row
    const { campos: preguntas } = definition
    return {
      row,
      faltantes,
      rechazadas,
      recibido: { candidatura, cuestionario, seccion, version, respuestas },
      detalle: {
        cuestionario,
        seccion,
        version,
        estatus,
        extemporanea,
        // The list of asked questions of identity would tell other answers: there it is always the whole section.
        campos: identidad ? preguntas : Object.keys(respuestas),
        avanza: estatus !== current?.estatus || isOther(captura, avance),
        folio,
        recibidaEn: ahora.toISOString(),
      },
      escribir: () =>
        together([
          saveSeccion(tx, row),
          saveAvance(tx, avance),
          identidad ? this.writeIdentidad(tx, place, { respuestas, own }) : Promise.resolve(),
        ]),
    }
  }

  private writeIdentidad(
    tx: EntityManager,
    { captura, vigente, definition: { campos: preguntas }, current }: Place,
    { respuestas, own }: { respuestas: Respuestas; own: boolean },
  ): Promise<void> {
    const propias = propiasActo(current, { own })
    return this.services.identidad.write(tx, captura.id, { cuestionarioId: vigente.row.id, preguntas, respuestas, propias })
  }

  /** Everything that the rules look at, of the candidatura that was locked. */
  private async placeOf(tx: EntityManager, quien: Quien, save: Guardar): Promise<Place> {
    const leida = await findLeida(tx, save.candidaturaId, 'lock')
    if (!leida) throw new AppError('ruta.no_existe')
    const expediente = await this.services.expedientes.open(tx, leida)
    const { captura, vigentes, secciones } = expediente
    const vigente = vigentes.find(({ row }) => row.tipo === save.cuestionario)
    const definition = vigente && seccionesDe(vigente.compiled).find(({ clave }) => clave === save.seccion)
    if (!vigente || !definition) throw new AppError('ruta.no_existe')
    const current = secciones.find((row) => row.cuestionarioId === vigente.row.id && row.clave === save.seccion)
    const todas = await this.services.expedientes.respuestas(tx, vigente, { captura, secciones })
    const legible = vigente.row.tipo !== 'identidad' || quien.rol === 'candidata' || (await this.hasRead(tx, current, save))
    return { ...expediente, vigente, definition, current, todas, legible }
  }

  /** A refusal undoes the transaction, so no reading can be noted by it: only one that is noted already lets the answers be told. */
  private async hasRead(tx: EntityManager, current: Seccion | undefined, { candidaturaId, version }: Guardar): Promise<boolean> {
    return version === (current?.version ?? 0) || (await readToday(tx, candidaturaId, this.deps.clock.today().toString()))
  }
}

/** The server judges every rule again: the screen's checks do not count. A save that would keep nothing new is refused whole. */
function judge(place: Place, save: Guardar): Pick<SavedSeccion, 'faltantes' | 'rechazadas'> & { respuestas: Respuestas } {
  const { vigente, todas } = place
  const { respuestas, rechazadas: errors } = acceptRespuestas(vigente.compiled, save.seccion, save.respuestas, todas)
  if (errors.length > 0 && keepsNothing(place, { sent: save.respuestas, kept: respuestas, refused: errors.length })) {
    throw new AppError('captura.respuesta_invalida', { errors })
  }
  return {
    respuestas,
    faltantes: faltantesDe(vigente.compiled, save.seccion, respuestas, todas),
    rechazadas: errors.map(({ field: campo, reasons: razones }) => ({ campo, razones })),
  }
}

/** An account that may not be told the stored answers learns nothing of them by what is refused. */
function keepsNothing(
  { legible, todas, definition }: Place,
  { sent, kept, refused }: { sent: Respuestas; kept: Respuestas; refused: number },
) {
  return Object.keys(sent).length === refused || (legible && isDeepStrictEqual(kept, pick(todas, definition.campos)))
}

function versionOf({ current }: Place): number {
  return current?.version ?? 0
}

function textoOf(place: Place): object {
  return { version: versionOf(place), respuestas: place.legible ? pick(place.todas, place.definition.campos) : null }
}

function lugarOf({ vigente, definition }: Place): Lugar {
  return { cuestionario: vigente.row.tipo, seccion: definition.clave }
}

function assertAllowed(expediente: Expediente, { cuenta, lugar }: { cuenta: string; lugar: Lugar }): void {
  const reasons = [
    ...razonesContra('capturar', situacionDe(expediente, { cuenta, lugar })),
    ...(lugar.cuestionario === 'identidad' ? razonesDeConsentimiento(expediente) : []),
  ]
  if (reasons.length > 0) throw new AppError('captura.cerrada', { detail: reasons.join(' ') })
}

function estatusOf(respuestas: Respuestas, missing: number): EstatusSeccion {
  if (missing === 0) return 'completa'
  return Object.keys(respuestas).length === 0 ? 'vacia' : 'en_captura'
}
