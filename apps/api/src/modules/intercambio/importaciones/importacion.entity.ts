import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { AsignacionColumnas, Hallazgos, LecturaLista, Tratamiento, Valores, ValoresFijos } from '@conoceles/domain'

/** In this order while nothing goes wrong. Those that end in -ndo are the job's; the others wait for somebody, or are the end. */
export const ESTATUS_IMPORTACION = [
  'leyendo',
  'por_asignar',
  'revisando',
  'propuesta',
  'aplicando',
  'confirmada',
  'deshaciendo',
  'deshecha',
  'descartada',
  'fallida',
] as const
export type EstatusImportacion = (typeof ESTATUS_IMPORTACION)[number]

export const FORMATOS_IMPORTACION = ['lista', 'ine'] as const
export type FormatoImportacion = (typeof FORMATOS_IMPORTACION)[number]

export interface Resumen {
  crear: number
  cambiar: number
  igual: number
  rechazar: number
  /** Rows with something to look at, under any verdict. */
  advertir: number
}

export interface Encabezado {
  titulo: string
  ejemplos: string[]
}

/** Something of the catalogues that the list brings with it. */
export interface Adicion {
  tipo: 'acuerdo' | 'postulacion' | 'contienda' | 'demarcacion' | 'actor_politico'
  clave: string
  nombre: string
}

/** Place of the list in its file; `preguntar`: somebody chose it, and says next what its columns are. */
export interface LecturaElegida extends LecturaLista {
  preguntar: boolean
}

/** A list handed in: first its planned effects, and its real ones only when confirmed. The row is the job. */
@Entity({ schema: 'captura', name: 'importacion' })
@Index('importacion_estatus_ix', ['estatus', 'creadaEn'])
export class Importacion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'importacion_pk' }) id: string
  @Column('uuid', { name: 'proceso_id' }) procesoId: string
  @Column('text') archivo: string
  @Column('text') sha256: string
  @Column('int') bytes: number
  @Column('text') formato: FormatoImportacion
  @Column('text') estatus: EstatusImportacion
  /** Source of the list, in the operator's words: its columns are remembered under this name. */
  @Column('text', { nullable: true }) fuente: string | null
  @Column('jsonb', { nullable: true }) encabezados: Encabezado[] | null
  @Column('jsonb', { nullable: true }) asignacion: AsignacionColumnas | null
  @Column('jsonb', { nullable: true }) lectura: LecturaElegida | null
  /** Values that the file lacks and that are the same in each row. */
  @Column('jsonb', { default: {} }) fijos: ValoresFijos
  /** Meaning of texts of the file that no catalogue has. */
  @Column('jsonb', { default: {} }) valores: Valores
  @Column('int', { nullable: true }) hechas: number | null
  @Column('int', { nullable: true }) total: number | null
  /** Why it failed, or why it has to be looked at again, as a sentence. */
  @Column('text', { nullable: true }) falla: string | null
  /** Beginnings of the present step: one that never ends is not begun for ever. */
  @Column('int') intentos: number
  @Column('boolean', { name: 'omitir_rechazadas' }) omitirRechazadas: boolean
  @Column('jsonb') resumen: Resumen
  /** Treatment of its texts and rows, as somebody chose. */
  @Column('jsonb') tratamiento: Tratamiento
  @Column('jsonb') hallazgos: Hallazgos
  @Column('jsonb') adiciones: Adicion[]
  /** About the file as a whole, as sentences. */
  @Column('jsonb') avisos: string[]
  /** Names of the sheets whose rows these are, when they are several. */
  @Column('jsonb') hojas: string[]
  /** Ids of what it created besides candidaturas, by table. */
  @Column('jsonb', { nullable: true }) creado: Partial<Record<Adicion['tipo'], string[]>> | null
  @Column('jsonb', { nullable: true }) acuse: Record<string, string> | null
  @Column('timestamptz', { name: 'creada_en' }) creadaEn: Date
  @Column('uuid', { name: 'creada_por' }) creadaPor: string
  /** Account that asked for the present step, and its request: the job acts in her name. */
  @Column('uuid', { name: 'actuada_por', nullable: true }) actuadaPor: string | null
  @Column('text', { nullable: true }) peticion: string | null
  @Column('timestamptz', { name: 'cerrada_en', nullable: true }) cerradaEn: Date | null
}
