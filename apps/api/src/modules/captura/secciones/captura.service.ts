import type { EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import {
  checkRespuestas,
  cleanRespuestas,
  faltantesDe,
  seccionesDe,
  type Respuestas,
  type Seccion as SeccionDefinition,
} from '@conoceles/cuestionarios'
import { esExtemporanea, estaReabierta, razonesContra, type EstatusSeccion } from '@conoceles/domain'
import { onceInStages, type AcusesService, type Acuse, type BitacoraService, type Etapas } from '../../bitacora/index.ts'
import type { AvisosPrivacidadService } from '../avisos/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, together, type Quien } from '../../../shared/act.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { avanceOf, isOther } from './avance.ts'
import { findLeida, saveAvance, saveSeccion, type Leida } from './captura.queries.ts'
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

export interface SavedSeccion {
  version: number
  estatus: EstatusSeccion
  /** Whether it came after the term. */
  extemporanea: boolean
  faltantes: { campo: string; razones: string[] }[]
  guardadaEn: string
  acuse: Acuse
}

export interface CapturaServices {
  bitacora: BitacoraService
  acuses: AcusesService
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

  /** One act: lock → check → change → save → bitácora. Partial answers are welcome; those that can never be valid are refused. */
  async guardar(quien: Quien, save: SaveSeccion): Promise<SavedSeccion> {
    const { envio: clave, ...contenido } = save
    const { clock, databases, secretos } = this.deps
    const submission = { quien, clave, contenido, ahora: toDate(clock.now()), llavero: secretos.llavero }
    return act(databases, quien, (tx) =>
      onceInStages(tx, submission, {
        leer: () => findLeida(tx, save.candidaturaId, 'lock'),
        juzgar: (leida) => this.guardarIn(tx, quien, { save, leida }),
      }),
    )
  }

  private async guardarIn(
    tx: EntityManager,
    quien: Quien,
    { save, leida }: { save: SaveSeccion; leida: Leida | null },
  ): ReturnType<Etapas<Leida, SavedSeccion>['juzgar']> {
    const place = await this.placeOf(tx, quien, { save, leida })
    const { captura, vigente, definition, secciones, current } = place
    const lugar: Lugar = { cuestionario: vigente.row.tipo, seccion: save.seccion }
    assertAllowed(place, { cuenta: quien.cuentaId, lugar })
    const { respuestas, faltantes } = this.judge(place, save)
    const { candidaturaId: candidatura, seccion } = save
    const received = { candidatura, cuestionario: save.cuestionario, seccion, version: save.version + 1, respuestas }
    const acuse = this.services.acuses.firmar(ACTO, received)
    // The instant of the acuse is the one that counts: row, evidence and receipt say the same.
    const recibida = Temporal.Instant.from(acuse.recibidoEn)
    const reabierta = estaReabierta(seccionState(place, lugar))
    const row: Seccion = {
      ...(current ?? seccionNueva(captura.id, vigente, save.seccion)),
      estatus: estatusOf(respuestas, faltantes.length),
      version: received.version,
      guardadaEn: toDate(recibida),
      extemporanea: esExtemporanea({ ...captura, ahora: recibida, reabierta }),
    }
    const own = quien.rol === 'candidata'
    Object.assign(row, propiasOf(current, { own }))
    const { campos: preguntas } = definition
    const propias = propiasActo(current, { own })
    const identidad = vigente.row.tipo === 'identidad'
    if (!identidad) row.respuestas = respuestas
    const updated = [...secciones.filter(({ id }) => id !== row.id), row]
    const avance = avanceOf(captura, { ...place, secciones: updated }, toDate(recibida))
    // The list of asked questions of identity would tell other answers: there it is always the whole section.
    const campos = identidad ? definition.campos : Object.keys(respuestas)
    const avanza = row.estatus !== current?.estatus || isOther(captura, avance)
    const { version, estatus, extemporanea } = row
    return {
      respuesta: { version, estatus, extemporanea, faltantes, guardadaEn: acuse.recibidoEn, acuse },
      escribir: () =>
        together([
          this.services.acuses.guardar(tx, acuse),
          saveSeccion(tx, row),
          saveAvance(tx, avance),
          identidad
            ? this.services.identidad.write(tx, captura.id, { cuestionarioId: vigente.row.id, preguntas, respuestas, propias })
            : Promise.resolve(),
          this.registrar(tx, quien, { save, row, campos, acuse, avanza }),
        ]),
    }
  }

  /** Everything that the rules look at, of the candidatura that was locked. */
  private async placeOf(tx: EntityManager, quien: Quien, { save, leida }: { save: SaveSeccion; leida: Leida | null }): Promise<Place> {
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
  private async hasRead(tx: EntityManager, current: Seccion | undefined, { candidaturaId, version }: SaveSeccion): Promise<boolean> {
    return version === (current?.version ?? 0) || (await readToday(tx, candidaturaId, this.deps.clock.today().toString()))
  }

  /** The server judges every rule again: the screen's checks do not count. */
  private judge(
    { vigente, definition, current, todas, legible }: Place,
    save: SaveSeccion,
  ): Pick<SavedSeccion, 'faltantes'> & { respuestas: Respuestas } {
    const version = current?.version ?? 0
    if (save.version !== version) {
      throw new AppError('captura.version_distinta', { actual: { version, respuestas: legible ? pick(todas, definition.campos) : null } })
    }
    const respuestas = cleanRespuestas(vigente.compiled, save.seccion, save.respuestas, todas)
    const errors = checkRespuestas(vigente.compiled, save.seccion, respuestas, todas)
    if (errors.length > 0) throw new AppError('captura.respuesta_invalida', { errors })
    return { respuestas, faltantes: faltantesDe(vigente.compiled, save.seccion, respuestas, todas) }
  }

  private async registrar(
    tx: EntityManager,
    quien: Quien,
    { save, row, campos, acuse, avanza }: { save: SaveSeccion; row: Seccion; campos: string[]; acuse: Acuse; avanza: boolean },
  ): Promise<void> {
    const { cuestionario, seccion } = save
    const { version, estatus, extemporanea } = row
    await this.services.bitacora.registrar(tx, {
      acto: ACTO,
      cuentaId: quien.cuentaId,
      rol: quien.rol,
      actorPoliticoId: quien.actorPoliticoId,
      objeto: { tipo: 'candidatura', id: save.candidaturaId },
      detalle: { cuestionario, seccion, version, estatus, extemporanea, campos, avanza, folio: acuse.folio, recibidaEn: acuse.recibidoEn },
      requestId: quien.requestId,
    })
  }
}

const ACTO = 'captura.guardada'

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
