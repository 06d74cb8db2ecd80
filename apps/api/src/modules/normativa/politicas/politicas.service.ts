import { randomUUID } from 'node:crypto'
import { PoliticaBorrador } from './politica-borrador.entity.ts'
import type { EntityManager } from 'typeorm'
import {
  claveMateria,
  cleanLine,
  diferenciasPolitica,
  fallasPolitica,
  razonesContraActoPolitica,
  type ActoPolitica,
  type CampoPoliticaPack,
  type EstatusBorradorPolitica,
  type ClaveActo,
  type Actos,
} from '@conoceles/domain'
import {
  elegibles,
  findVotados,
  type AprobacionDto,
  type AprobacionesService,
  type VotoElegibleDto,
} from '../../programa/aprobaciones/index.ts'
import type { Acts, BitacoraService, Objeto } from '../../bitacora/index.ts'
import { findDocumentos } from '../../registro/index.ts'
import type { CuestionariosVigentes } from '../../captura/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { listConocidos, listPoliticas, PoliticaPublicacion, politicaVigente } from '../../publicacion/index.ts'
import { insertRow, updateRow } from '../../../database/rows.ts'
import { type Quien, lockRow } from '../../../shared/act.ts'
import { toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError, invalid } from '../../../shared/http/errors.ts'
import { withCambios } from './cambios-campos.ts'
import { toBorradorPolitica, toBorradorPoliticaCompleto, toCampos, toVersionPolitica, type Leido } from './borrador-leido.ts'
import type {
  ActivarPoliticaDto,
  ActoPoliticaDto,
  BorradorPoliticaCompletoDto,
  DescartarPoliticaDto,
  GuardarPoliticaDto,
  ListPoliticasDto,
  VersionPoliticaCompletaDto,
} from './politicas.dto.ts'

export interface PoliticasServices {
  acts: Acts
  bitacora: BitacoraService
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  aprobaciones: AprobacionesService
}

export interface PedidoPolitica<B extends { version: number } = { version: number }> {
  id: string
  body: B
  /** Idempotency-Key. */
  clave: string | null
}

interface Turno extends Leido {
  tx: EntityManager
  ahora: Date
}

interface Efecto {
  changes: Partial<PoliticaBorrador>
  motivo?: string
  detalle?: Partial<Actos['politica.activada']>
  /** Only proposed: another person has to confirm it. */
  propuesta?: boolean
}

/** Versions of the policy of publication, and the drafts from which the next comes. */
export class PoliticasService {
  constructor(
    private readonly deps: Deps,
    private readonly services: PoliticasServices,
  ) {}

  async list(tx: EntityManager): Promise<ListPoliticasDto> {
    const rows = await listPoliticas(tx)
    const borradores = await tx.find(PoliticaBorrador, { order: { guardadoEn: 'DESC', id: 'ASC' } })
    return {
      versiones: rows.flatMap((_, at) => toVersionPolitica(rows, at, this.hoy()) ?? []),
      borradores: borradores.map(toBorradorPolitica),
    }
  }

  async version(tx: EntityManager, version: number): Promise<VersionPoliticaCompletaDto> {
    const rows = await listPoliticas(tx)
    const at = rows.findIndex((each) => each.version === version)
    const dto = toVersionPolitica(rows, at, this.hoy())
    if (!dto) throw new AppError('ruta.no_existe')
    const { campos } = rows[at] as PoliticaPublicacion
    const conocidos = await listConocidos(tx, this.services.vigentes)
    return { ...dto, campos: toCampos(campos, { conocidos, documentos: await findDocumentos(tx, documentosDe(campos)) }) }
  }

  async detail(tx: EntityManager, quien: Quien, id: string): Promise<BorradorPoliticaCompletoDto> {
    return this.toDto(tx, quien, await this.read(tx, id))
  }

  /** From the version in force, with every unnamed field as private. */
  crear(quien: Quien, clave: string | null): Promise<ActoPoliticaDto> {
    const id = randomUUID()
    return this.services.acts.save(quien, {
      acto: 'politica.borrador_creado',
      objeto: objetoDe(id),
      envio: { clave, contenido: {} },
      lock: (tx) => listPoliticas(tx),
      change: async ({ tx, state: rows, ahora }) => {
        const vigente = politicaVigente(rows, this.hoy())
        const row: PoliticaBorrador = {
          id,
          procesoId: (await this.services.procesos.proceso(tx)).id,
          baseVersion: vigente?.version ?? 0,
          motivo: '',
          campos: vigente?.campos ?? [],
          estatus: 'borrador',
          version: 1,
          creadoEn: ahora,
          creadoPor: quien.cuentaId,
          guardadoEn: ahora,
          aprobacion: null,
          historia: [{ acto: 'crear', en: ahora.toISOString(), motivo: null, folio: null }],
        }
        await insertRow(tx, PoliticaBorrador, row)
        return { detalle: { base: row.baseVersion } }
      },
      answer: async ({ tx }) => ({ borrador: await this.detail(tx, quien, id), acuse: null }),
    })
  }

  /** A draft that still lacks something is kept, and told so: nothing that was written is lost. */
  guardar(quien: Quien, pedido: PedidoPolitica<GuardarPoliticaDto>): Promise<ActoPoliticaDto> {
    const { motivo, campos } = pedido.body
    const { id } = pedido
    return this.services.acts.save(quien, {
      ...this.about(quien, { acto: 'guardar', ...pedido }),
      change: async ({ tx, state: { antes, conocidos, borrador }, ahora: guardadoEn }) => {
        const { id: procesoId } = await this.services.procesos.proceso(tx)
        const rows = await withCambios(tx, { antes, conocidos, cambios: campos, procesoId })
        const changes = { campos: rows, motivo: cleanLine(motivo), guardadoEn, version: borrador.version + 1 }
        await updateRow(tx, PoliticaBorrador, { where: { id }, changes })
        return { detalle: { version: changes.version } }
      },
      answer: async ({ tx }) => ({ borrador: await this.detail(tx, quien, id), acuse: null }),
    })
  }

  descartar(quien: Quien, pedido: PedidoPolitica<DescartarPoliticaDto>): Promise<ActoPoliticaDto> {
    return this.perform(quien, { acto: 'descartar', ...pedido }, () =>
      Promise.resolve({ changes: {}, motivo: cleanLine(pedido.body.motivo) }),
    )
  }

  /** The publisher finds another version in force and publishes everything again as one corte: no corte has two policies. */
  activar(quien: Quien, pedido: PedidoPolitica<ActivarPoliticaDto>): Promise<ActoPoliticaDto> {
    return this.perform(quien, { acto: 'activar', ...pedido }, async (turno) => {
      const { tx, ahora, borrador, diferencias } = turno
      if (borrador.motivo === '') throw new AppError('politica.acto_no_permitido', { detail: 'Escriba por qué se cambia la política.' })
      const { id: borradorId, procesoId, campos, motivo, baseVersion } = borrador
      const aprobacion = await this.aprobacionOf(turno, quien, dichoDe(pedido.body))
      if (aprobacion === 'propuesta') return { changes: {}, propuesta: true }
      const version = baseVersion + 1
      const row = { id: randomUUID(), procesoId, version, vigenteDesde: this.hoy(), campos, motivo, borradorId, activadaEn: ahora }
      await insertRow(tx, PoliticaPublicacion, row)
      const punto = aprobacion.voto?.puntoId ?? null
      return { changes: { aprobacion }, motivo, detalle: { numero: version, punto, campos: diferencias.map(({ campo }) => campo) } }
    })
  }

  /** By which vote it is approved, or why it comes into force without the one of its own point. */
  private async aprobacionOf(
    { tx, borrador, ahora }: Turno,
    quien: Quien,
    { sesion, puntoId, motivo }: Dicho,
  ): Promise<AprobacionDto | 'propuesta'> {
    const votos = await this.votos(tx, borrador)
    const found = votos.find((voto) => voto.sesion === sesion && voto.puntoId === puntoId)
    if (sesion !== null && !found) throw invalid('puntoId', 'No es un punto que un órgano haya aprobado por votación.')
    const { id, procesoId, version } = borrador
    const faltas = found?.faltas ?? ['No se dijo con qué voto se aprobó.']
    const pedido = { procesoId, materia: claveMateria('politica', id), acto: 'activar', version, contenido: { sesion, puntoId } }
    const excepcion = await this.services.aprobaciones.exigir(tx, quien, { ...pedido, faltas, motivo, ahora })
    if (excepcion === 'propuesta') return excepcion
    return { voto: found ? votoDe(found) : null, excepcion }
  }

  /** Approvals of the organs of the institute, each with why it is not the approval of this draft. */
  private async votos(tx: EntityManager, { id, estatus, guardadoEn }: PoliticaBorrador): Promise<VotoElegibleDto[]> {
    if (estatus !== 'borrador') return []
    const { zona, catalogos } = await this.services.procesos.proceso(tx)
    const organos = catalogos.organos.filter(({ aprueba }) => aprueba === 'comision' || aprueba === 'pleno')
    const votados = await findVotados(tx, organos.map(({ clave }) => clave)) // prettier-ignore
    return elegibles(votados, { clave: claveMateria('politica', id), entregable: null, enviadaEn: toIso(guardadoEn) }, { zona, organos })
  }

  private async toDto(tx: EntityManager, quien: Quien, leido: Leido): Promise<BorradorPoliticaCompletoDto> {
    const documentos = await findDocumentos(tx, documentosDe([...leido.antes, ...leido.borrador.campos]))
    const { id, version } = leido.borrador
    return toBorradorPoliticaCompleto(leido, {
      documentos,
      votos: await this.votos(tx, leido.borrador),
      porConfirmar: await this.services.aprobaciones.propuesta(tx, quien, { materia: claveMateria('politica', id), version }),
    })
  }

  async read(tx: EntityManager, id: string, mode?: 'lock'): Promise<Leido> {
    const borrador = await (mode ? lockRow(tx, PoliticaBorrador, { id }) : tx.findOneBy(PoliticaBorrador, { id }))
    if (!borrador) throw new AppError('ruta.no_existe')
    const rows = await listPoliticas(tx)
    const antes = antesDe(borrador, rows)
    const conocidos = await listConocidos(tx, this.services.vigentes)
    const diferencias = diferenciasPolitica(antes, borrador.campos)
    const fallas = fallasPolitica(borrador.campos, { antes, conocidos })
    const mismaBase = rows[0]?.version === borrador.baseVersion && politicaVigente(rows, this.hoy()) === rows[0]
    const state = { estatus: borrador.estatus, fallas: fallas.length, diferencias: diferencias.length, mismaBase }
    return { borrador, antes, conocidos, diferencias, fallas, state }
  }

  /** One at a time. */
  private perform(
    quien: Quien,
    pedido: PedidoPolitica & { acto: Exclude<ActoPolitica, 'guardar'> },
    change: (turno: Turno) => Promise<Efecto>,
  ): Promise<ActoPoliticaDto> {
    const { acto, id, body } = pedido
    return this.services.acts.perform(quien, {
      ...this.about(quien, pedido),
      change: async ({ tx, state: leido, ahora, folio }) => {
        const efecto = await change({ ...leido, tx, ahora })
        const { version, historia } = leido.borrador
        if (efecto.propuesta)
          return {
            acto: 'aprobacion.propuesta',
            recibido: { borrador: id, acto, ...body },
            detalle: { aprueba: acto, version, folio },
          }
        const { changes, motivo = null, detalle } = efecto
        const next = {
          ...changes,
          estatus: ESTATUS[acto],
          version: version + 1,
          historia: [...historia, { acto, en: ahora.toISOString(), motivo, folio }],
        }
        await updateRow(tx, PoliticaBorrador, { where: { id }, changes: next })
        return { recibido: { borrador: id, ...body }, detalle: { version: next.version, ...detalle, folio } }
      },
      answer: async ({ tx, acuse }) => ({ borrador: await this.detail(tx, quien, id), acuse }),
    })
  }

  private about<A extends ActoPolitica>(quien: Quien, { acto, id, body, clave }: PedidoPolitica & { acto: A }) {
    return {
      acto: registroDe(acto),
      objeto: objetoDe(id),
      envio: { clave, contenido: { id, ...body } },
      lock: async (tx: EntityManager) => {
        await tx.query('select pg_advisory_xact_lock(242, 623)')
        return this.read(tx, id, 'lock')
      },
      familia: 'politica' as const,
      version: {
        leida: body.version,
        actual: ({ borrador }: Leido) => borrador.version,
        texto: (tx: EntityManager, leido: Leido) => this.toDto(tx, quien, leido),
      },
      reasons: ({ state }: Leido) => razonesContraActoPolitica(state, acto),
    }
  }

  private hoy(): string {
    return this.deps.clock.today().toString()
  }
}

/** Name of an act in the bitácora, unless it is only proposed. */
function registroDe<A extends ActoPolitica>(acto: A): (typeof REGISTRO)[A] | 'aprobacion.propuesta' {
  return REGISTRO[acto]
}

function objetoDe(id: string): Objeto {
  return { tipo: 'politica', id }
}

const REGISTRO = {
  guardar: 'politica.borrador_guardado',
  activar: 'politica.activada',
  descartar: 'politica.borrador_descartado',
} as const satisfies Record<ActoPolitica, ClaveActo>
const ESTATUS: Record<ActoPolitica, EstatusBorradorPolitica> = { guardar: 'borrador', activar: 'activado', descartar: 'descartado' }

/** A draft is compared with the version it was made from, also after it came into force. */
function antesDe({ baseVersion }: PoliticaBorrador, rows: readonly PoliticaPublicacion[]): readonly CampoPoliticaPack[] {
  return rows.find(({ version }) => version === baseVersion)?.campos ?? []
}

type Dicho = Required<Omit<ActivarPoliticaDto, 'version'>>

function dichoDe({ sesion = null, puntoId = null, motivo = null }: ActivarPoliticaDto): Dicho {
  return { sesion, puntoId, motivo }
}

function votoDe({ faltas: _faltas, ...voto }: VotoElegibleDto): AprobacionDto['voto'] {
  return voto
}

function documentosDe(campos: readonly CampoPoliticaPack[]): (string | null)[] {
  return campos.map(({ sustento }) => sustento?.documentoId ?? null)
}
