import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import {
  ACTOS_POLITICA,
  cleanLine,
  diferenciasPolitica,
  fallasPolitica,
  razonesContraActoPolitica,
  VIDA_POLITICA,
  type CampoPoliticaPack,
} from '@conoceles/domain'
import { elegibles, findVotados, type AprobacionDto, type VotoElegibleDto } from '../../programa/aprobaciones/index.ts'
import type { BitacoraService } from '../../bitacora/index.ts'
import { findDocumentos } from '../../registro/index.ts'
import type { CuestionariosVigentes } from '../../captura/index.ts'
import { listConocidos, listPoliticas, PoliticaPublicacion, politicaVigente } from '../../publicacion/index.ts'
import { insertRow } from '../../../database/rows.ts'
import type { Quien } from '../../../shared/act.ts'
import { toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError, invalid } from '../../../shared/http/errors.ts'
import {
  Borradores,
  PROPUESTA,
  type Alrededor,
  type BorradoresServices,
  type Clase,
  type Efecto,
  type Pedido,
  type Turno,
} from '../borradores/index.ts'
import { withCambios } from './cambios-campos.ts'
import { toBorradorPolitica, toBorradorPoliticaCompleto, toCampos, toVersionPolitica, type Leido } from './borrador-leido.ts'
import { PoliticaBorrador } from './politica-borrador.entity.ts'
import type {
  ActivarPoliticaDto,
  ActoPoliticaDto,
  BorradorPoliticaCompletoDto,
  GuardarPoliticaDto,
  ListPoliticasDto,
  VersionPoliticaCompletaDto,
} from './politicas.dto.ts'

export interface PoliticasServices extends BorradoresServices {
  bitacora: BitacoraService
  vigentes: CuestionariosVigentes
}

/** Versions of the policy of publication, and the drafts from which the next comes. */
export class PoliticasService {
  readonly borradores: Borradores<PoliticaBorrador, Leido, BorradorPoliticaCompletoDto, object>

  constructor(
    private readonly deps: Deps,
    private readonly services: PoliticasServices,
  ) {
    this.borradores = new Borradores(services, this.clase())
  }

  async list(tx: EntityManager): Promise<ListPoliticasDto> {
    const rows = await listPoliticas(tx)
    return {
      versiones: rows.flatMap((_, at) => toVersionPolitica(rows, at, this.hoy()) ?? []),
      borradores: (await this.borradores.filas(tx)).map(toBorradorPolitica),
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

  /** From the version in force, with every unnamed field as private. */
  crear(quien: Quien, clave: string | null): Promise<ActoPoliticaDto> {
    return this.borradores.crear(quien, {
      acto: 'politica.borrador_creado',
      clave,
      contenido: {},
      fila: async (tx, comun) => {
        const vigente = politicaVigente(await listPoliticas(tx), this.hoy())
        const baseVersion = vigente?.version ?? 0
        return {
          fila: { ...comun, baseVersion, motivo: '', campos: vigente?.campos ?? [], aprobacion: null },
          detalle: { base: baseVersion },
        }
      },
    })
  }

  guardar(quien: Quien, pedido: Pedido<GuardarPoliticaDto>): Promise<ActoPoliticaDto> {
    const { motivo, campos } = pedido.body
    return this.borradores.guardar(quien, { acto: 'guardar', ...pedido }, async ({ tx, antes, conocidos, borrador: { procesoId } }) => ({
      campos: await withCambios(tx, { antes, conocidos, cambios: campos, procesoId }),
      motivo: cleanLine(motivo),
    }))
  }

  /** The publisher finds another version in force and publishes everything again as one corte: no corte has two policies. */
  activar(quien: Quien, pedido: Pedido<ActivarPoliticaDto>): Promise<ActoPoliticaDto> {
    return this.borradores.perform(quien, { acto: 'activar', ...pedido }, (turno) => this.activarIn(turno, pedido.body))
  }

  private async activarIn(turno: Turno<Leido>, body: ActivarPoliticaDto): Promise<Efecto<PoliticaBorrador> | typeof PROPUESTA> {
    const { tx, ahora, borrador, diferencias } = turno
    if (borrador.motivo === '') throw new AppError('politica.acto_no_permitido', { detail: 'Escriba por qué se cambia la política.' })
    const { id: borradorId, procesoId, campos, motivo, baseVersion } = borrador
    const aprobacion = await this.aprobacionOf(turno, body)
    if (aprobacion === PROPUESTA) return PROPUESTA
    const version = baseVersion + 1
    const row = { id: randomUUID(), procesoId, version, vigenteDesde: this.hoy(), campos, motivo, borradorId, activadaEn: ahora }
    await insertRow(tx, PoliticaPublicacion, row)
    const punto = aprobacion.voto?.puntoId ?? null
    return { changes: { aprobacion }, motivo, detalle: { numero: version, punto, campos: diferencias.map(({ campo }) => campo) } }
  }

  /** By which vote it is approved, or why it comes into force without the one of its own point. */
  private async aprobacionOf(
    turno: Turno<Leido>,
    { sesion = null, puntoId = null, motivo }: ActivarPoliticaDto,
  ): Promise<AprobacionDto | typeof PROPUESTA> {
    const found = await this.votoOf(turno, { sesion, puntoId })
    const faltas = found?.faltas ?? ['No se dijo con qué voto se aprobó.']
    const excepcion = await this.borradores.exigir(turno, { acto: 'activar', contenido: { sesion, puntoId }, faltas, motivo })
    return excepcion === PROPUESTA ? excepcion : { voto: found ? votoDe(found) : null, excepcion }
  }

  /** Null: the request names none. */
  private async votoOf(
    { tx, borrador }: Turno<Leido>,
    { sesion, puntoId }: { sesion: string | null; puntoId: string | null },
  ): Promise<VotoElegibleDto | null> {
    if (sesion === null) return null
    const found = (await this.votos(tx, borrador)).find((voto) => voto.sesion === sesion && voto.puntoId === puntoId)
    if (!found) throw invalid('puntoId', 'No es un punto que un órgano haya aprobado por votación.')
    return found
  }

  /** Approvals of the organs of the institute, each with why it is not the approval of this draft. */
  private async votos(tx: EntityManager, borrador: PoliticaBorrador): Promise<VotoElegibleDto[]> {
    if (borrador.estatus !== 'borrador') return []
    const { zona, catalogos } = await this.services.procesos.proceso(tx)
    const organos = catalogos.organos.filter(({ aprueba }) => aprueba === 'comision' || aprueba === 'pleno')
    const votados = await findVotados(tx, organos.map(({ clave }) => clave)) // prettier-ignore
    const materia = { clave: this.borradores.materiaOf(borrador), entregable: null, enviadaEn: toIso(borrador.guardadoEn) }
    return elegibles(votados, materia, { zona, organos })
  }

  private clase(): Clase<PoliticaBorrador, Leido, BorradorPoliticaCompletoDto, object> {
    return {
      entidad: PoliticaBorrador,
      objeto: 'politica',
      materia: 'politica',
      familia: 'politica',
      actos: ACTOS_POLITICA,
      vida: VIDA_POLITICA,
      registro: REGISTRO,
      esperar: (tx) => tx.query('select pg_advisory_xact_lock(242, 623)'),
      leer: (tx, _quien, borrador) => this.leer(tx, borrador),
      razones: ({ state }, acto) => razonesContraActoPolitica(state, acto),
      completo: (tx, leido, mas) => this.completo(tx, leido, mas),
      sinMas: {},
    }
  }

  private async leer(tx: EntityManager, borrador: PoliticaBorrador): Promise<Leido> {
    const rows = await listPoliticas(tx)
    const antes = antesDe(borrador, rows)
    const conocidos = await listConocidos(tx, this.services.vigentes)
    const diferencias = diferenciasPolitica(antes, borrador.campos)
    const fallas = fallasPolitica(borrador.campos, { antes, conocidos })
    const mismaBase = rows[0]?.version === borrador.baseVersion && politicaVigente(rows, this.hoy()) === rows[0]
    const state = { estatus: borrador.estatus, fallas: fallas.length, diferencias: diferencias.length, mismaBase }
    return { borrador, antes, conocidos, diferencias, fallas, state }
  }

  private async completo(tx: EntityManager, leido: Leido, mas: Alrededor): Promise<BorradorPoliticaCompletoDto> {
    const documentos = await findDocumentos(tx, documentosDe([...leido.antes, ...leido.borrador.campos]))
    return toBorradorPoliticaCompleto(leido, { documentos, votos: await this.votos(tx, leido.borrador), ...mas })
  }

  private hoy(): string {
    return this.deps.clock.today().toString()
  }
}

const REGISTRO = {
  guardar: 'politica.borrador_guardado',
  activar: 'politica.activada',
  descartar: 'politica.borrador_descartado',
} as const

/** A draft is compared with the version it was made from, also after it came into force. */
function antesDe({ baseVersion }: PoliticaBorrador, rows: readonly PoliticaPublicacion[]): readonly CampoPoliticaPack[] {
  return rows.find(({ version }) => version === baseVersion)?.campos ?? []
}

function votoDe({ faltas: _faltas, ...voto }: VotoElegibleDto): AprobacionDto['voto'] {
  return voto
}

function documentosDe(campos: readonly CampoPoliticaPack[]): (string | null)[] {
  return campos.map(({ sustento }) => sustento?.documentoId ?? null)
}
