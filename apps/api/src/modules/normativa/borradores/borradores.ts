import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { claveMateria, cleanLine, type Actos, type ClaveActo, type TipoMateria, type Vida } from '@conoceles/domain'
import type { AprobacionesService, ExcepcionDto, PropuestaExcepcionDto } from '../../programa/aprobaciones/index.ts'
import type { Acts, Acuse, Objeto } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { AccionDto } from '../../registro/index.ts'
import { insertRow, updateRow } from '../../../database/rows.ts'
import type { Quien } from '../../../shared/act.ts'
import { AppError } from '../../../shared/http/errors.ts'

/** One act on a draft. */
export interface Hecho<A extends string = string> {
  acto: A | 'crear'
  /** Legal hour, ISO. */
  en: string
  motivo: string | null
  folio: string | null
}

/** Columns of every draft. */
interface Fila {
  id: string
  procesoId: string
  estatus: string
  version: number
  guardadoEn: Date
  historia: Hecho[]
}

type ActoDe<F extends Fila> = Exclude<F['historia'][number]['acto'], 'crear'>
type ClaveBorrador = Extract<ClaveActo, `${'aviso' | 'borrador' | 'cuestionario' | 'politica'}.${string}`>
type ClaveCreado = Extract<ClaveActo, 'aviso.creado' | 'borrador.creado' | 'politica.borrador_creado'>

/** A kind of draft: its table, the names of its acts, and what differs from the other kinds. */
export interface Clase<F extends Fila, L extends { borrador: F }, D extends object, X extends object> {
  entidad: new () => F
  /** Type of its object in the bitácora. */
  objeto: string
  materia: TipoMateria
  /** First part of its error codes. */
  familia: 'aviso' | 'borrador' | 'politica'
  actos: readonly ActoDe<F>[]
  vida: Vida<F['estatus'], ActoDe<F>>
  registro: Readonly<Record<ActoDe<F>, ClaveBorrador>>
  /** Lets only one draft of the kind change at a time. */
  esperar?: (tx: EntityManager) => Promise<unknown>
  /** Everything that its rules look at. */
  leer: (tx: EntityManager, quien: Quien, borrador: F) => Promise<L>
  razones: (leido: L, acto: ActoDe<F>) => string[]
  /** Refuses an act by an error of its own. */
  assert?: (leido: L, acto: ActoDe<F>) => void
  completo: (tx: EntityManager, leido: L, mas: Alrededor) => Promise<D>
  /** Part of the detail of each act. */
  dicho?: (borrador: F) => { tipo: string }
  /** Rest of the answer of an act that tells nothing more. */
  sinMas: X
}

/** Facts of a draft that the engine knows. */
export interface Alrededor {
  acciones: AccionDto[]
  porConfirmar: PropuestaExcepcionDto | null
}

export interface Pedido<B extends { version: number } = { version: number }> {
  id: string
  body: B
  /** Idempotency-Key. */
  clave: string | null
}

/** Changes of an act, and the rest that it tells. */
export interface Efecto<F, X = object> {
  changes: Partial<F>
  motivo?: string
  detalle?: Partial<Actos['aviso.publicado']> | Omit<Actos['cuestionario.activado'], 'version'>
  mas?: X
}

/** Only proposed: another person has to confirm it. */
export const PROPUESTA = 'propuesta'

export type Turno<L> = L & { tx: EntityManager; quien: Quien; ahora: Date }
type Respuesta<D, X> = { borrador: D; acuse: Acuse | null } & X

/** Columns that a new draft has of every kind. */
interface Comun {
  id: string
  procesoId: string
  estatus: 'borrador'
  version: number
  creadoEn: Date
  creadoPor: string
  guardadoEn: Date
  historia: Hecho<never>[]
}

interface Nuevo<F> {
  acto: ClaveCreado
  clave: string | null
  contenido: object
  fila: (tx: EntityManager, comun: Comun) => Promise<{ fila: F; detalle: Actos[ClaveCreado] }>
}

export interface BorradoresServices {
  acts: Acts
  procesos: ProcesosService
  aprobaciones: AprobacionesService
}

/** Drafts of one kind, and the one way in which anything is done with them. */
export class Borradores<F extends Fila, L extends { borrador: F }, D extends object, X extends object> {
  constructor(
    private readonly services: BorradoresServices,
    private readonly clase: Clase<F, L, D, X>,
  ) {}

  /** The last saved first. */
  filas(tx: EntityManager): Promise<F[]> {
    return tx.createQueryBuilder(this.clase.entidad, 'b').orderBy('b.guardadoEn', 'DESC').addOrderBy('b.id').getMany()
  }

  async detail(tx: EntityManager, quien: Quien, id: string): Promise<D> {
    return this.toDto(tx, quien, await this.read(tx, quien, { id }))
  }

  async read(tx: EntityManager, quien: Quien, { id, mode }: { id: string; mode?: 'lock' }): Promise<L> {
    const query = tx.createQueryBuilder(this.clase.entidad, 'b').where('b.id = :id', { id })
    const row = await (mode ? query.setLock('pessimistic_write') : query).getOne()
    if (!row) throw new AppError('ruta.no_existe')
    return this.clase.leer(tx, quien, row)
  }

  crear(quien: Quien, { acto, clave, contenido, fila }: Nuevo<F>): Promise<Respuesta<D, X>> {
    const id = randomUUID()
    return this.services.acts.save(quien, {
      acto,
      objeto: this.objetoOf(id),
      envio: { clave, contenido },
      lock: (tx) => this.services.procesos.proceso(tx),
      change: async ({ tx, state: { id: procesoId }, ahora }) => {
        const fresh = { estatus: 'borrador', version: 1, creadoEn: ahora, creadoPor: quien.cuentaId, guardadoEn: ahora } as const
        const historia = [{ acto: 'crear' as const, en: ahora.toISOString(), motivo: null, folio: null }]
        const { fila: row, detalle } = await fila(tx, { id, procesoId, ...fresh, historia })
        await insertRow(tx, this.clase.entidad, row)
        return { detalle }
      },
      answer: ({ tx }) => this.unsigned(tx, quien, id),
    })
  }

  /** A draft with faults is kept, and told so: nothing that was written is lost. */
  guardar(
    quien: Quien,
    pedido: Pedido & { acto: ActoDe<F> },
    change: (turno: Turno<L>) => Partial<F> | Promise<Partial<F>>,
  ): Promise<Respuesta<D, X>> {
    const { id } = pedido
    return this.services.acts.save(quien, {
      ...this.about(quien, pedido),
      change: async ({ tx, state: leido, ahora }) => {
        const changes = await change({ ...leido, tx, quien, ahora })
        const version = leido.borrador.version + 1
        await this.update(tx, id, { ...changes, guardadoEn: ahora, version })
        return { detalle: { ...this.clase.dicho?.(leido.borrador), version } }
      },
      answer: ({ tx }) => this.unsigned(tx, quien, id),
    })
  }

  perform(
    quien: Quien,
    pedido: Pedido & { acto: ActoDe<F> },
    change: (turno: Turno<L>) => Promise<Efecto<F, X> | typeof PROPUESTA>,
  ): Promise<Respuesta<D, X>> {
    const { acto, id, body } = pedido
    return this.services.acts.perform(quien, {
      ...this.about(quien, pedido),
      change: async ({ tx, state: leido, ahora, folio }) => {
        const efecto = await change({ ...leido, tx, quien, ahora })
        const { version, historia } = leido.borrador
        const dicho = this.clase.dicho?.(leido.borrador)
        if (efecto === PROPUESTA) {
          const recibido = { borrador: id, acto, ...body }
          return { acto: 'aprobacion.propuesta' as const, recibido, detalle: { ...dicho, aprueba: acto, version, folio }, mas: undefined }
        }
        const { changes, motivo = null, detalle, mas } = efecto
        const hecho = { acto, en: ahora.toISOString(), motivo, folio }
        const next = { estatus: this.estatusTras(leido.borrador, acto), version: version + 1, historia: [...historia, hecho] }
        await this.update(tx, id, { ...changes, ...next })
        return { recibido: { borrador: id, ...body }, detalle: { ...detalle, ...dicho, version: next.version, folio }, mas }
      },
      answer: async ({ tx, hecho, acuse }) => ({ borrador: await this.detail(tx, quien, id), acuse, ...(hecho.mas ?? this.clase.sinMas) }),
    })
  }

  /** An act with its reason that only takes something back. */
  dejar(
    quien: Quien,
    pedido: Pedido<{ version: number; motivo: string }> & { acto: ActoDe<F> },
    changes: Partial<F> = {},
  ): Promise<Respuesta<D, X>> {
    return this.perform(quien, pedido, () => Promise.resolve({ changes, motivo: cleanLine(pedido.body.motivo) }))
  }

  /** Whether the vote is enough by itself, or who said why it is accepted. */
  exigir(
    { tx, quien, borrador, ahora }: Turno<{ borrador: F }>,
    {
      motivo = null,
      ...pedido
    }: { acto: ActoDe<F>; contenido: Record<string, unknown>; faltas: readonly string[]; motivo?: string | null },
  ): Promise<ExcepcionDto | typeof PROPUESTA | null> {
    const { procesoId, version } = borrador
    return this.services.aprobaciones.exigir(tx, quien, { ...pedido, procesoId, materia: this.materiaOf(borrador), version, motivo, ahora })
  }

  materiaOf({ id }: Pick<F, 'id'>): ReturnType<typeof claveMateria> {
    return claveMateria(this.clase.materia, id)
  }

  private about<A extends ActoDe<F>>(quien: Quien, { acto, id, body, clave }: Pedido & { acto: A }) {
    return {
      acto: this.registroOf(acto),
      objeto: this.objetoOf(id),
      envio: { clave, contenido: { id, ...body } },
      lock: async (tx: EntityManager) => {
        await this.clase.esperar?.(tx)
        return this.read(tx, quien, { id, mode: 'lock' })
      },
      familia: this.clase.familia,
      version: {
        leida: body.version,
        actual: ({ borrador }: L) => borrador.version,
        texto: (tx: EntityManager, leido: L) => this.toDto(tx, quien, leido),
      },
      reasons: (leido: L) => {
        this.clase.assert?.(leido, acto)
        return this.clase.razones(leido, acto)
      },
    }
  }

  private async toDto(tx: EntityManager, quien: Quien, leido: L): Promise<D> {
    const { borrador } = leido
    const { version } = borrador
    const porConfirmar = await this.services.aprobaciones.propuesta(tx, quien, { materia: this.materiaOf(borrador), version })
    const acciones = this.clase.actos.map((acto) => {
      const razones = this.clase.razones(leido, acto)
      return { acto, permitido: razones.length === 0, razones }
    })
    return this.clase.completo(tx, leido, { acciones, porConfirmar })
  }

  private async unsigned(tx: EntityManager, quien: Quien, id: string): Promise<Respuesta<D, X>> {
    return { borrador: await this.detail(tx, quien, id), acuse: null, ...this.clase.sinMas }
  }

  /** Name of an act in the bitácora, unless it is only proposed. */
  private registroOf(acto: ActoDe<F>): ClaveBorrador | 'aprobacion.propuesta' {
    return this.clase.registro[acto]
  }

  private objetoOf(id: string): Objeto {
    return { tipo: this.clase.objeto, id }
  }

  private estatusTras(borrador: F, acto: ActoDe<F>): string {
    const estatus: F['estatus'] = borrador.estatus
    return this.clase.vida[estatus][acto] ?? estatus
  }

  private update(tx: EntityManager, id: string, changes: Partial<Fila>): Promise<void> {
    const entidad: new () => Fila = this.clase.entidad
    return updateRow(tx, entidad, { where: { id }, changes })
  }
}
