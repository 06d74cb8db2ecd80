import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { patronesDe } from '@conoceles/cuestionarios'
import {
  ACTOS_QUE_ALCANZAN,
  claveMateria,
  cleanLine,
  razonesContraActoBorrador,
  VIDA_BORRADOR,
  type ActoBorrador,
  type Actos,
} from '@conoceles/domain'
import type { AprobacionesService } from '../../programa/aprobaciones/index.ts'
import type { Acts, Objeto } from '../../bitacora/index.ts'
import { Cuestionario, type CuestionariosVigentes } from '../../captura/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { insertRow, updateRow } from '../../../database/rows.ts'
import { datosBloqueados, type Quien, lockRow } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError, invalid } from '../../../shared/http/errors.ts'
import { aprobacionDe, findAprobador } from './aprobacion.ts'
import { Borrador } from './borrador.entity.ts'
import { findDesdeActivado } from './deshacer.queries.ts'
import { cargosDe, examinar, formaInvalida, type Alrededor } from './examen.ts'
import { toBorrador, toBorradorCompleto, toVersion, toVersionCompleta, type Leido } from './borrador-leido.ts'
import type { Patrones } from './patrones.ts'
import { FORMA, REGISTRO, SIN_PROPUESTA, VACIO } from './registro.ts'
import { isTraslados } from './traslado/traslados.ts'
import { findAcuerdo } from './versiones.queries.ts'
import type {
  ActoBorradorDto,
  AlcanceVersionDto,
  AprobarBorradorDto,
  BorradorCompletoDto,
  CrearBorradorDto,
  GuardarBorradorDto,
  ListVersionesDto,
  MotivoBorradorDto,
  VersionCompletaDto,
} from './versiones.dto.ts'

export interface VersionesServices {
  acts: Acts
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  aprobaciones: AprobacionesService
  /** Fields that the policy of publication in force lets out. */
  publicas(tx: EntityManager): Promise<string[]>
}

export interface Pedido<B extends { version: number } = { version: number }> {
  id: string
  body: B
  /** Idempotency-Key. */
  clave: string | null
}

/** Changes of an act, and the rest that it tells. */
export interface Efecto {
  changes: Partial<Borrador>
  motivo?: string
  detalle?: Partial<Actos['borrador.aprobado']> | Omit<Actos['cuestionario.activado'], 'tipo' | 'version'>
  alcance?: AlcanceVersionDto
  /** Only proposed: another person has to confirm it. */
  propuesta?: boolean
}

export interface Turno extends Leido {
  tx: EntityManager
  quien: Quien
  ahora: Date
}

/** Versions of the cuestionarios while they are written: their list, their page, and the one way in which anything is done with them. */
export class BorradoresService {
  constructor(
    private readonly deps: Deps,
    private readonly services: VersionesServices & { patrones: Patrones },
  ) {}

  async list(tx: EntityManager): Promise<ListVersionesDto> {
    const cuestionarios = await this.services.vigentes.todas(tx)
    const cargos = await this.cargos(tx)
    const versiones = []
    for (const row of cuestionarios) {
      versiones.push(toVersion(row, { rige: this.rigeEn(cuestionarios, row, cargos), acuerdo: await findAcuerdo(tx, row.acuerdoId) }))
    }
    const borradores = []
    for (const row of await tx.find(Borrador, { order: { guardadoEn: 'DESC', id: 'ASC' } })) {
      borradores.push(toBorrador(row, await findAcuerdo(tx, row.acuerdoId)))
    }
    return { versiones, borradores }
  }

  async version(tx: EntityManager, id: string): Promise<VersionCompletaDto> {
    const cuestionarios = await this.services.vigentes.todas(tx)
    const row = cuestionarios.find((each) => each.id === id)
    if (!row) throw new AppError('ruta.no_existe')
    const rige = this.rigeEn(cuestionarios, row, await this.cargos(tx))
    return toVersionCompleta(row, { rige, acuerdo: await findAcuerdo(tx, row.acuerdoId) })
  }

  async detail(tx: EntityManager, quien: Quien, id: string): Promise<BorradorCompletoDto> {
    return this.toDto(tx, quien, await this.read(tx, quien, { id }))
  }

  crear(quien: Quien, { tipo, desdeId }: CrearBorradorDto, clave: string | null): Promise<ActoBorradorDto> {
    const id = randomUUID()
    return this.services.acts.save(quien, {
      acto: 'borrador.creado',
      objeto: objetoDe(id),
      envio: { clave, contenido: { tipo, desdeId } },
      lock: (tx) => this.services.procesos.proceso(tx),
      change: async ({ tx, state: { id: procesoId }, ahora }) => {
        const from = desdeId === null ? VACIO[tipo] : await this.findDesde(tx, { id: desdeId, tipo })
        const { titulo, cargos, schema, uischema } = from
        const row: Borrador = {
          ...SIN_PROPUESTA,
          id,
          procesoId,
          tipo,
          titulo,
          cargos,
          schema,
          uischema,
          traslados: {},
          estatus: 'borrador',
          version: 1,
          creadoEn: ahora,
          creadoPor: quien.cuentaId,
          guardadoEn: ahora,
          acuerdoId: null,
          vigenteDesde: null,
          baseId: null,
          activadoPor: null,
          aprobacion: null,
          historia: [{ acto: 'crear', en: ahora.toISOString(), motivo: null, folio: null }],
        }
        await insertRow(tx, Borrador, row)
        return { detalle: { tipo, desde: desdeId } }
      },
      answer: async ({ tx }) => ({ borrador: await this.detail(tx, quien, id), acuse: null, alcance: null }),
    })
  }

  /** A draft that contradicts itself is kept, and told so: nothing that was written is lost. */
  async guardar(quien: Quien, pedido: Pedido<GuardarBorradorDto>): Promise<ActoBorradorDto> {
    const { titulo, schema, uischema, traslados } = pedido.body
    const wrong = formaInvalida({ schema, uischema })
    if (wrong.length > 0) throw new AppError('borrador.forma_invalida', { errors: wrong.map((field) => ({ field, reasons: [FORMA] })) })
    // It may take seconds: no row is locked yet.
    await this.services.patrones.assertRapidos(patronesDe({ schema }))
    const { id } = pedido
    return this.services.acts.save(quien, {
      ...this.about(quien, { acto: 'guardar', ...pedido }),
      change: async ({ tx, state: { borrador }, ahora: guardadoEn }) => {
        if (!isTraslados(traslados)) throw invalid('traslados', FORMA)
        const cargos = await this.assertCargos(tx, pedido.body.cargos)
        const changes = { titulo, cargos, schema, uischema, traslados, guardadoEn, version: borrador.version + 1 }
        await updateRow(tx, Borrador, { where: { id }, changes })
        return { detalle: { tipo: borrador.tipo, version: changes.version } }
      },
      answer: async ({ tx }) => ({ borrador: await this.detail(tx, quien, id), acuse: null, alcance: null }),
    })
  }

  aprobar(quien: Quien, pedido: Pedido<AprobarBorradorDto>): Promise<ActoBorradorDto> {
    const { acuerdoId, vigenteDesde } = pedido.body
    return this.perform(quien, { acto: 'aprobar', ...pedido }, async (turno) => {
      const proceso = await this.services.procesos.proceso(turno.tx)
      const acuerdo = await findAprobador(turno.tx, proceso, pedido.body)
      const aprobacion = await aprobacionDe(turno, { ...pedido.body, proceso, aprobaciones: this.services.aprobaciones })
      if (aprobacion === 'propuesta') return { changes: {}, propuesta: true }
      return {
        changes: { acuerdoId, vigenteDesde, baseId: turno.alrededor.base?.row.id ?? null, aprobacion },
        detalle: { acuerdo: acuerdo.numero, vigenteDesde, punto: aprobacion.voto?.puntoId ?? null },
      }
    })
  }

  devolver(quien: Quien, pedido: Pedido<MotivoBorradorDto>): Promise<ActoBorradorDto> {
    const motivo = cleanLine(pedido.body.motivo)
    const changes = { acuerdoId: null, vigenteDesde: null, baseId: null, aprobacion: null }
    return this.perform(quien, { acto: 'devolver', ...pedido }, () => Promise.resolve({ changes, motivo }))
  }

  /** The proposal goes; the approval stays. */
  retirar(quien: Quien, pedido: Pedido<MotivoBorradorDto>): Promise<ActoBorradorDto> {
    const motivo = cleanLine(pedido.body.motivo)
    return this.perform(quien, { acto: 'retirar', ...pedido }, () => Promise.resolve({ changes: SIN_PROPUESTA, motivo }))
  }

  descartar(quien: Quien, pedido: Pedido<MotivoBorradorDto>): Promise<ActoBorradorDto> {
    const motivo = cleanLine(pedido.body.motivo)
    return this.perform(quien, { acto: 'descartar', ...pedido }, () => Promise.resolve({ changes: {}, motivo }))
  }

  perform(
    quien: Quien,
    pedido: Pedido & { acto: Exclude<ActoBorrador, 'guardar'> },
    change: (turno: Turno) => Promise<Efecto>,
  ): Promise<ActoBorradorDto> {
    const { acto, id, body } = pedido
    return this.services.acts.perform(quien, {
      ...this.about(quien, pedido),
      change: async ({ tx, state: leido, ahora, folio }) => {
        const efecto = await change({ ...leido, tx, quien, ahora })
        const { tipo, version, historia, estatus } = leido.borrador
        const recibido = { borrador: id, ...body }
        if (efecto.propuesta)
          return { acto: 'aprobacion.propuesta', recibido, detalle: { tipo, aprueba: 'aprobar', version, folio }, alcance: null }
        const { changes, motivo = null, alcance = null } = efecto
        const next = {
          ...changes,
          estatus: VIDA_BORRADOR[estatus][acto],
          version: version + 1,
          historia: [...historia, { acto, en: ahora.toISOString(), motivo, folio }],
        }
        await updateRow(tx, Borrador, { where: { id }, changes: next })
        return { recibido, detalle: { ...efecto.detalle, tipo, version: next.version, folio }, alcance }
      },
      answer: async ({ tx, hecho, acuse }) => ({ borrador: await this.detail(tx, quien, id), acuse, alcance: hecho.alcance }),
    })
  }

  private about<A extends ActoBorrador>(quien: Quien, { acto, id, body, clave }: Pedido & { acto: A }) {
    return {
      acto: registroDe(acto),
      objeto: objetoDe(id),
      envio: { clave, contenido: { id, ...body } },
      lock: (tx: EntityManager) => this.read(tx, quien, { id, mode: 'lock' }),
      familia: 'borrador' as const,
      version: {
        leida: body.version,
        actual: ({ borrador }: Leido) => borrador.version,
        texto: (tx: EntityManager, leido: Leido) => this.toDto(tx, quien, leido),
      },
      reasons: ({ state }: Leido) => {
        if (state.bloqueados && ACTOS_QUE_ALCANZAN.includes(acto)) throw new AppError('datos.bloqueados')
        return razonesContraActoBorrador(state, acto)
      },
    }
  }

  async read(tx: EntityManager, quien: Quien, { id, mode }: { id: string; mode?: 'lock' }): Promise<Leido> {
    const borrador = await (mode ? lockRow(tx, Borrador, { id }) : tx.findOneBy(Borrador, { id }))
    if (!borrador) throw new AppError('ruta.no_existe')
    const alrededor = await this.alrededor(tx, borrador)
    const examen = examinar(borrador, alrededor)
    const { base, bases } = alrededor
    const { estatus, vigenteDesde, baseId } = borrador
    const state = {
      ...{ estatus, vigenteDesde, bases: bases.length, fallas: examen.fallas.length },
      diferencias: base === null ? null : examen.diferencias.length,
      mismaBase: (base?.row.id ?? null) === baseId,
      bloqueados: await datosBloqueados(tx),
      propuestoPor: borrador.propuestoPor,
      cuentaId: quien.cuentaId,
      desdeActivado: await findDesdeActivado(tx, quien, borrador),
      hoy: this.deps.clock.today().toString(),
    }
    return { borrador, alrededor, examen, state }
  }

  private async alrededor(tx: EntityManager, borrador: Borrador): Promise<Alrededor> {
    const { grupos } = (await this.services.procesos.proceso(tx)).catalogos
    if (borrador.estatus === 'activado') return { bases: [], base: null, grupos }
    const cuestionarios = (await this.services.vigentes.todas(tx)).filter(({ tipo }) => tipo === borrador.tipo)
    const governing = cargosDe(borrador, await this.cargos(tx)).map(
      (cargo) => this.services.vigentes.rigenDe(cuestionarios, cargo)[0] ?? null,
    )
    const bases = [...new Set(governing.map((row) => row?.id ?? null))]
    const row = bases.length === 1 ? (governing[0] ?? null) : null
    return { bases, base: row && { row, compiled: this.services.vigentes.compile(row) }, grupos }
  }

  private async toDto(tx: EntityManager, quien: Quien, leido: Leido): Promise<BorradorCompletoDto> {
    const base = leido.alrededor.base && (await this.version(tx, leido.alrededor.base.row.id))
    const acuerdo = await findAcuerdo(tx, leido.borrador.acuerdoId)
    const { id, version } = leido.borrador
    const porConfirmar = await this.services.aprobaciones.propuesta(tx, quien, { materia: claveMateria('cuestionario', id), version })
    return toBorradorCompleto(leido, { acuerdo, base, porConfirmar, publicas: await this.services.publicas(tx) })
  }

  private async findDesde(tx: EntityManager, { id, tipo }: Pick<Cuestionario, 'id' | 'tipo'>): Promise<Cuestionario> {
    const row = await tx.findOneBy(Cuestionario, { id, tipo })
    if (!row) throw invalid('desdeId', 'No hay una versión así de ese cuestionario.')
    return row
  }

  private async assertCargos(tx: EntityManager, cargos: string[] | null): Promise<string[] | null> {
    if (cargos === null) return null
    const known = await this.cargos(tx)
    if (cargos.length === 0 || cargos.some((clave) => !known.includes(clave))) throw invalid('cargos', 'Elija cargos del proceso, o todos.')
    return known.filter((clave) => cargos.includes(clave))
  }

  private rigeEn(all: readonly Cuestionario[], row: Cuestionario, cargos: readonly string[]): string[] {
    return cargos.filter((cargo) => this.services.vigentes.rigenDe(all, cargo).some(({ id }) => id === row.id))
  }

  private async cargos(tx: EntityManager): Promise<string[]> {
    return (await this.services.procesos.cargos(tx)).map(({ clave }) => clave)
  }
}

/** Name of an act in the bitácora, unless it is only proposed. */
function registroDe<A extends ActoBorrador>(acto: A): (typeof REGISTRO)[A] | 'aprobacion.propuesta' {
  return REGISTRO[acto]
}

function objetoDe(id: string): Objeto {
  return { tipo: 'borrador', id }
}
