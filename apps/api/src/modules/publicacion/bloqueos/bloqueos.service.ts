import { randomUUID } from 'node:crypto'
import { In, type EntityManager } from 'typeorm'
import { seccionesDe } from '@conoceles/cuestionarios'
import {
  cleanLine,
  localDay,
  puede,
  razonCampoFijo,
  razonesContraActoBloqueo,
  type ActoBloqueo,
  type ClaveActo,
  type Actos,
} from '@conoceles/domain'
import type { Acts, Acuse } from '../../bitacora/index.ts'
import { Candidatura, findDocumentos, type PendienteDto } from '../../registro/index.ts'
import type { CuestionariosVigentes } from '../../captura/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { listConocidos } from '../index.ts'
import { type Quien, lockRow } from '../../../shared/act.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError, invalid } from '../../../shared/http/errors.ts'
import { Bloqueo } from './bloqueo.entity.ts'
import { findEnlazadas, findPersonas } from './bloqueos.queries.ts'
import type { ActoBloqueoDto, BloqueablesDto, BloqueoDto, DecidirBloqueoDto, ListBloqueosDto, ProponerBloqueoDto } from './bloqueos.dto.ts'
import { efectoDe, stateOf, toBloqueo } from './decision.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
}

interface Pedido {
  id: string
  body: DecidirBloqueoDto
  clave: string | null
}

interface Cambio {
  acto: ActoBloqueo
  quien: Quien
  ahora: Date
  motivo: string
}

interface Hecha {
  tx: EntityManager
  hecho: { row: Bloqueo }
  acuse: Acuse
}

interface Told {
  folio: string
  /** Received content. */
  body: object
}

/** Proposed by one person, confirmed by another: only then something stops being shown; and two people lift it. */
export class BloqueosService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async list(tx: EntityManager, quien: Quien): Promise<ListBloqueosDto> {
    const rows = await tx.find(Bloqueo, { order: { propuestoEn: 'DESC', id: 'ASC' } })
    return { elementos: await this.toDtos(tx, rows, quien) }
  }

  /** Tells at once, to those who may confirm it, each bloqueo that waits for a second person. */
  async pendientes(tx: EntityManager, quien: Quien): Promise<PendienteDto[]> {
    if (!puede(quien.rol, 'bloqueos.decidir')) return []
    const rows = await tx.find(Bloqueo, { where: { estatus: In(['propuesto', 'vigente']) }, order: { propuestoEn: 'ASC', id: 'ASC' } })
    const waiting = rows.filter((row) => awaitsSecond(row, quien.cuentaId))
    const personas = await findPersonas(
      tx,
      waiting.map(({ personaId }) => personaId),
    )
    return waiting.map((row) => ({
      clave: `bloqueo-${row.id}`,
      texto: `${row.estatus === 'propuesto' ? 'Confirmar o rechazar el bloqueo' : 'Decidir si se levanta el bloqueo'} de ${personas.get(row.personaId)?.persona ?? ''}`,
      cuantas: 1,
      venceEn: null,
      enlace: '/bloqueos',
    }))
  }

  /** Fields that a bloqueo may cover: questions of the candidatura's cuestionario, and other fields of her record. */
  async bloqueables(tx: EntityManager, candidaturaId: string): Promise<BloqueablesDto> {
    const candidatura = await this.findCandidatura(tx, candidaturaId)
    const cargo = (await this.services.procesos.cargos(tx)).find(({ id }) => id === candidatura.cargoId)
    const { vigentes } = this.services
    const rigen = vigentes.rigenDe(await vigentes.todas(tx), cargo?.clave ?? '')
    const secciones = rigen.filter(({ tipo }) => tipo === 'curricular').flatMap((row) => seccionesDe(vigentes.compile(row)))
    const campos = (await listConocidos(tx, vigentes)).filter((each) => razonCampoFijo(each) === null)
    return {
      secciones: secciones.map(({ clave, titulo }) => ({ clave, titulo })),
      campos: campos.map(({ campo, titulo }) => ({ clave: campo, titulo })),
    }
  }

  proponer(quien: Quien, body: ProponerBloqueoDto, clave: string | null): Promise<ActoBloqueoDto> {
    const { alcance, base, documentoId, hasta } = body
    const ofOrden = (text: string | null) => (base === 'orden' ? cleanLine(text ?? '') : null)
    const id = randomUUID()
    return this.services.acts.perform(quien, {
      objeto: { tipo: 'bloqueo', id },
      acto: 'bloqueo.propuesto',
      envio: { clave, contenido: body },
      lock: (tx) => this.findCandidatura(tx, body.candidaturaId),
      change: async ({ tx, state: { procesoId, personaId }, ahora, folio }) => {
        await this.assertBody(tx, body)
        const row: Bloqueo = {
          ...SIN_DECIDIR,
          id,
          procesoId,
          personaId,
          alcance,
          base,
          documentoId,
          hasta,
          provisionalHasta: body.provisional ? await this.provisionalUntil(tx, body) : null,
          clave: alcance === 'persona' ? null : body.clave,
          autoridad: ofOrden(body.autoridad),
          orden: ofOrden(body.orden),
          motivo: cleanLine(body.motivo),
          propuestoPor: quien.cuentaId,
          propuestoEn: ahora,
        }
        await tx.insert(Bloqueo, row)
        return this.tell(tx, row, { folio, body })
      },
      answer: (done) => this.answer(quien, done),
    })
  }

  /** The end of the day on which the hours of the pack are over: the publisher looks again by days. */
  private async provisionalUntil(tx: EntityManager, { base }: ProponerBloqueoDto): Promise<string> {
    const { catalogos, zona } = await this.services.procesos.confirmado(tx)
    const horas = catalogos.derechos.ocultar?.horas
    if (base !== 'riesgo') throw invalid('provisional', 'Sólo quien está en riesgo se oculta antes de que otra persona decida.')
    if (horas === undefined) throw invalid('provisional', 'El proceso no dice por cuántas horas.')
    return localDay(toDate(this.deps.clock.now().add({ hours: horas })), zona)
  }

  decidir(quien: Quien, { id, body, clave }: Pedido): Promise<ActoBloqueoDto> {
    const { acto, version } = body
    const motivo = cleanLine(body.motivo ?? '')
    return this.services.acts.perform(quien, {
      objeto: { tipo: 'bloqueo', id },
      acto: REGISTRO[acto],
      envio: { clave, contenido: { id, ...body } },
      lock: (tx) => lockRow(tx, Bloqueo, { id }),
      familia: 'bloqueo',
      version: { leida: version, actual: (row) => row.version, texto: (tx, row) => this.toDto(tx, row, quien) },
      reasons: (row) => razonesContraActoBloqueo(stateOf(row, { cuentaId: quien.cuentaId, hoy: this.hoy() }), acto),
      change: ({ tx, state: row, ahora, folio }) => {
        if (acto !== 'confirmar' && motivo === '') throw invalid('motivo', 'Escriba por qué.')
        return this.change(tx, row, { acto, quien, ahora, motivo, folio, body })
      },
      answer: (done) => this.answer(quien, done),
    })
  }

  async change(tx: EntityManager, before: Bloqueo, { acto, quien, ahora, motivo, ...told }: Cambio & Told) {
    const changes = { ...efectoDe(acto, { cuentaId: quien.cuentaId, ahora, motivo }), version: before.version + 1 }
    await tx.update(Bloqueo, { id: before.id }, changes)
    return this.tell(tx, { ...before, ...changes }, told)
  }

  async answer(quien: Quien, { tx, hecho: { row }, acuse }: Hecha): Promise<ActoBloqueoDto> {
    return { bloqueo: await this.toDto(tx, row, quien), acuse }
  }

  /** The consequence leaves confirmed and lifted bloqueos to the publisher, with everybody whose pages name her. */
  async tell(tx: EntityManager, row: Bloqueo, { folio, body }: Told) {
    const { alcance, clave, base, hasta, provisionalHasta, version } = row
    const own = (await findPersonas(tx, [row.personaId])).get(row.personaId)?.candidaturas.map(({ id }) => id) ?? []
    const candidaturas = await findEnlazadas(tx, own)
    const detalle: Actos['bloqueo.propuesto'] = { candidaturas, alcance, clave, base, hasta, version, folio }
    return {
      row,
      recibido: { bloqueo: row.id, ...body },
      detalle: provisionalHasta === null ? detalle : { ...detalle, provisionalHasta },
    }
  }

  private async assertBody(tx: EntityManager, body: ProponerBloqueoDto): Promise<void> {
    const { hasta, documentoId, alcance, clave, candidaturaId } = body
    assertOrden(body)
    if (hasta !== null && hasta < this.hoy()) throw invalid('hasta', 'Ese día ya pasó.')
    if (documentoId !== null && !(await findDocumentos(tx, [documentoId])).has(documentoId)) {
      throw invalid('documentoId', 'No se encuentra el documento.')
    }
    if (alcance === 'persona') return
    const { secciones, campos } = await this.bloqueables(tx, candidaturaId)
    const known = alcance === 'seccion' ? secciones : campos
    if (!known.some((each) => each.clave === clave)) throw invalid('clave', 'Elija qué se bloquea.')
  }

  private async toDto(tx: EntityManager, row: Bloqueo, quien: Quien): Promise<BloqueoDto> {
    const [dto] = await this.toDtos(tx, [row], quien)
    if (!dto) throw new AppError('ruta.no_existe')
    return dto
  }

  private async toDtos(tx: EntityManager, rows: readonly Bloqueo[], { cuentaId }: Quien): Promise<BloqueoDto[]> {
    const personas = await findPersonas(
      tx,
      rows.map(({ personaId }) => personaId),
    )
    const documentos = await findDocumentos(
      tx,
      rows.map(({ documentoId }) => documentoId),
    )
    const titulos = await this.titulos(tx)
    return rows.flatMap((row) => {
      const persona = personas.get(row.personaId)
      const documento = row.documentoId === null ? null : (documentos.get(row.documentoId) ?? null)
      const titulo = row.clave === null ? null : (titulos.get(`${row.alcance}|${row.clave}`) ?? row.clave)
      return persona ? [toBloqueo(row, { persona, documento, titulo, cuentaId, hoy: this.hoy() })] : []
    })
  }

  /** Titles of sections and fields, as asked last. */
  private async titulos(tx: EntityManager): Promise<ReadonlyMap<string, string>> {
    const { vigentes } = this.services
    const secciones = (await vigentes.todas(tx))
      .filter(({ tipo }) => tipo === 'curricular')
      .flatMap((row) => seccionesDe(vigentes.compile(row)))
    const campos = await listConocidos(tx, vigentes)
    return new Map([
      ...secciones.reverse().map(({ clave, titulo }) => [`seccion|${clave}`, titulo] as const),
      ...campos.map(({ campo, titulo }) => [`campo|${campo}`, titulo] as const),
    ])
  }

  private async findCandidatura(tx: EntityManager, id: string): Promise<Candidatura> {
    const row = await tx.findOneBy(Candidatura, { id })
    if (!row) throw new AppError('ruta.no_existe')
    return row
  }

  private hoy(): string {
    return this.deps.clock.today().toString()
  }
}

/** One that makes an oposición effective waits in its request, which has a line of its own. */
function awaitsSecond({ estatus, base, propuestoPor, levantaPropuestoPor }: Bloqueo, cuentaId: string): boolean {
  if (estatus === 'propuesto' && base === 'derecho') return false
  const proposer = estatus === 'propuesto' ? propuestoPor : levantaPropuestoPor
  return proposer !== null && proposer !== cuentaId
}

const REGISTRO = {
  confirmar: 'bloqueo.confirmado',
  rechazar: 'bloqueo.rechazado',
  proponerLevantar: 'bloqueo.levantamiento_propuesto',
  confirmarLevantar: 'bloqueo.levantado',
  mantener: 'bloqueo.mantenido',
} as const satisfies Record<ActoBloqueo, ClaveActo>

/** A proposal that nobody decided yet. */
export const SIN_DECIDIR = {
  estatus: 'propuesto',
  version: 1,
  confirmadoPor: null,
  confirmadoEn: null,
  levantaPropuestoPor: null,
  levantaMotivo: null,
  levantadoPor: null,
  terminadoEn: null,
} as const satisfies Partial<Bloqueo>

function assertOrden({ base, autoridad, orden }: ProponerBloqueoDto): void {
  if (base !== 'orden') return
  if (cleanLine(autoridad ?? '') === '') throw invalid('autoridad', 'Escriba qué autoridad lo ordena.')
  if (cleanLine(orden ?? '') === '') throw invalid('orden', 'Escriba el expediente o el oficio de la orden.')
}
