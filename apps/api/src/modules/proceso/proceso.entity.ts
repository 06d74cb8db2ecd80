import { Column, Entity, PrimaryColumn, Unique } from 'typeorm'
import type {
  AccesoPack,
  AcuerdosPack,
  CausaPack,
  CierrePack,
  ConclusionPack,
  ConsultaPack,
  DatoSuelto,
  DerechosPack,
  EstadisticaPack,
  FechaPack,
  GrupoPack,
  IdiomaPack,
  LicenciaPack,
  ListadoPack,
  MembretePack,
  MosaicoPack,
  OficioPack,
  OrganoPack,
  PlantillasPack,
  ReglaPack,
  ReglasAvisoPack,
  RevisionPack,
  SenasCargada,
  Sourced,
  SupuestoPack,
} from '@conoceles/domain'

export interface Catalogos {
  grupos: GrupoPack[]
  supuestos: SupuestoPack[]
  revision: RevisionPack
  causas: CausaPack[]
  organos: OrganoPack[]
  reglas: ReglaPack[]
  listados: ListadoPack[]
  oficio: OficioPack
  plantillas: PlantillasPack
  /** Absent where the pack was loaded before there was a letterhead. */
  membrete?: MembretePack
  /** Absent where the pack was loaded before proyectos de acuerdo were drafted. */
  acuerdos?: AcuerdosPack
  /** Absent where the pack was loaded before there were statistics. */
  estadistica?: EstadisticaPack
  /** Absent where the pack was loaded before there was an index. */
  consulta?: ConsultaPack
  /** Absent where the pack brings no language beside Spanish. */
  idiomas?: IdiomaPack[]
  /** Absent where the pack brings no page in Lengua de Señas Mexicana. */
  senas?: SenasCargada[]
  /** Absent where the pack draws none, or was loaded before there were any. */
  mosaicos?: MosaicoPack[]
  aviso: ReglasAvisoPack
  derechos: DerechosPack
  /** Absent where the pack was loaded before there was a plan of conclusion. */
  conclusion?: ConclusionPack
  /** Absent where the pack does not say, or was loaded before it could. */
  importacion?: { otrasEntidades: boolean }
  /** Absent where the pack names none, or was loaded before there were any. */
  licencias?: LicenciaPack[]
  /** Absent where the pack does not say who settles what nobody confirmed. */
  cierres?: CierrePack[]
  /** Absent where the pack exempts no role from the second factor. */
  acceso?: AccesoPack
  /** Claves of the parties in their first election. Absent where there is none, or the pack was loaded before they were kept. */
  primeraEleccion?: string[]
  /** Rest days, ISO 8601. */
  feriados: string[]
  /** Section of the voter card → [municipio, distrito]. */
  secciones: Record<string, [string, string]>
  /** Public dates of the proceso. */
  calendario: FechaPack[]
  /** Sources of the dates of each tipo de elección; the dates themselves are those of its cargos. */
  tiposEleccion: ({ clave: string; nombre: string } & Sourced)[]
  fuentes: ({ dato: string } & Sourced)[]
  /** Contact of the institute, for the footer of the public site. Absent where the pack was loaded before it could say it. */
  instituto?: { domicilio: string | null; telefono: string | null; whatsapp?: string | null }
  /** Facts that nobody confirmed and whose tables keep no source. Absent where the pack was loaded before they were kept. */
  sueltos?: DatoSuelto[]
}

@Entity({ schema: 'captura', name: 'proceso' })
@Unique('proceso_clave_uq', ['clave'])
export class Proceso {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proceso_pk' }) id: string
  @Column('text') clave: string
  @Column('text') nombre: string
  @Column('text', { name: 'entidad_clave' }) entidadClave: string
  @Column('text', { name: 'entidad_nombre' }) entidadNombre: string
  @Column('text', { name: 'instituto_siglas' }) institutoSiglas: string
  @Column('text', { name: 'instituto_nombre' }) institutoNombre: string
  @Column('text', { name: 'instituto_sitio', nullable: true }) institutoSitio: string | null
  @Column('text') zona: string
  @Column('date') jornada: string
  @Column('text') responsabilidad: string
  @Column('boolean') simulacro: boolean
  @Column('text', { name: 'pack_version' }) packVersion: string
  @Column('jsonb') catalogos: Catalogos
  /** How far the legal clock is from the system's, in milliseconds; always 0 outside a simulacro. */
  @Column('bigint', { name: 'desfase_reloj' }) desfaseReloj: string
}
