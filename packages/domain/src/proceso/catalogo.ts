import type { Sourced } from '../base/sourced.ts'

export interface CargoPack extends Sourced {
  clave: string
  nombre: string
  /** Title of one candidatura, neutral: "Candidatura a la gubernatura". */
  singular: string
  principio: 'mayoria_relativa' | 'representacion_proporcional'
  demarcacion: TipoDemarcacion
  /** Cargos with the same planilla are one planilla in each demarcación (presidencia and sindicatura); null for a cargo on its own. */
  planilla: string | null
  /** Group of cargos that share dates of capture and publication. */
  tipoEleccion: string
  /** Whether each propietaria has a suplente; the gubernatura has none. */
  conSuplente: boolean
  /** Position on the page: the order of the ballots. */
  orden: number
}

/** `comunidad`: the "cuarto orden de gobierno" of the programme of work (11.10), in the entidades that have one. */
export const TIPOS_DEMARCACION = ['entidad', 'distrito', 'municipio', 'comunidad'] as const
export type TipoDemarcacion = (typeof TIPOS_DEMARCACION)[number]

export interface DemarcacionPack extends Sourced {
  clave: string
  tipo: TipoDemarcacion
  nombre: string
  /** Clave of the demarcación that it lies in: the municipio of a comunidad. */
  pertenece: string | null
  /** Seat of a distrito, as the INE writes it: "CUERNAVACA"; null when not known or not a distrito. */
  cabecera: string | null
  /** Only for municipios: who elects the ayuntamiento. */
  regimen: 'partidos' | 'sistemas_normativos' | null
}

/** Emblem that the institute registered. Never one that somebody drew after it. */
export interface EmblemaPack extends Sourced {
  medio: 'image/svg+xml' | 'image/png'
  /** The file, base64. */
  contenido: string
  /** Day of the file that the institute gave, ISO 8601. */
  fecha: string
  /** Terms under which it may be shown; null: nobody said. */
  licencia: string | null
}

export interface ActorPoliticoPack extends Sourced {
  clave: string
  nombre: string
  tipo: 'partido' | 'alianza' | 'independiente'
  /** Legal type of an alianza (coalición, candidatura común …) as far as known. */
  figura: string | null
  /** Unofficial; small and inside the data only. */
  color: string | null
  nota: string | null
  /** First and last day of its registration, `hasta` null: it has no end; absent: it is registered all through the proceso. */
  vigencia?: { desde: string; hasta: string | null }
  /** In its first election a party enters no coalición: Ley General de Partidos Políticos, article 85, paragraph 4. Absent: it may. */
  primeraEleccion?: boolean
  /** Absent: its siglas stand for it. */
  emblema?: EmblemaPack
}

/** An alianza whose figura nobody said counts as a coalición: Ley General de Partidos Políticos, article 85, paragraph 4. */
export function admitePrimeraEleccion({ figura }: { figura?: string | null }): boolean {
  return figura === 'candidatura común'
}

export interface ContiendaPack extends Sourced {
  clave: string
  cargo: string
  demarcacion: string
  /** Fórmulas that a postulación of this contienda holds. */
  lugares: number
}

/** Actor that stands in a contienda; an alianza names its member parties here, because membership differs per contienda. */
export interface PostulacionPack extends Sourced {
  contienda: string
  actor: string
  integrantes: string[]
  orden: number
}

export interface TipoEleccionPack extends Sourced {
  clave: string
  nombre: string
  /** First day of publication, at 00:00 local. */
  inicioPublicacion: string
  /** Day foreseen for the delivery of the access accounts; the term counts from the delivery that really happened. */
  entregaCuentas: string
  plazoCaptura: PlazoCapturaPack
  /** Last day on which anything is captured; between the term and this day it is accepted and marked late. */
  cierreCaptura: string
}

/** Term of captura: so many days of a kind, counted from the day after its event. */
export interface PlazoCapturaPack {
  dias: number
  tipoDias: 'naturales' | 'habiles'
  /** `entrega`: of the access accounts, for each substitute anew. `acuerdo`: the approval of the candidatura. */
  desde: 'entrega' | 'acuerdo'
}
