import type { ReglasAvisoPack } from '../../normativa/avisos/pack.ts'
import type { SenasCargada } from '../../publico/senas.ts'
import type { ProcesoPack } from '../proceso-pack.ts'
import type { Sourced } from '../../base/sourced.ts'

/** Subjects under which the institute reads the unconfirmed data, in their order. */
export const MATERIAS = ['partidos', 'colores', 'geografia', 'cargos', 'fechas', 'textos', 'reglas', 'estadisticas', 'documentos'] as const
export type Materia = (typeof MATERIAS)[number]

/** First words of the claves of facts: the part of the pack that they are of. */
export const PARTES_DATO = ['acuerdos', 'actores', 'aviso', 'boletas', 'calendario', 'cargos', 'causas', 'colores', 'conclusion', 'consulta', 'contiendas', 'demarcaciones', 'derechos', 'emblemas', 'estadistica', 'feriados', 'funciones', 'grupos', 'idiomas', 'instituto', 'licencias', 'listados', 'membrete', 'oficio', 'organos', 'plantillas', 'postulaciones', 'preguntas', 'reglas', 'revision', 'senas', 'supuestos', 'tiposEleccion'] // prettier-ignore

/** A fact of the pack in words: its subject, its value, and the public page that shows it. */
export interface DatoPack {
  /** Tells it from the others, also when its value changes. */
  clave: string
  materia: Materia
  dato: string
  /** Null: the pack has no value, so there is nothing to confirm. */
  valor: string | null
  /** Address in the visor; null when citizens see it nowhere. */
  pagina: string | null
}

/** A fact that a loaded proceso keeps apart, because its table has no place for a source. */
export type DatoSuelto = DatoPack & Sourced

/** Parts of its pack that a loaded proceso keeps. */
export interface CatalogosConFuente extends Pick<
  ProcesoPack,
  'grupos' | 'supuestos' | 'revision' | 'causas' | 'organos' | 'reglas' | 'listados' | 'oficio' | 'plantillas' | 'derechos' | 'calendario'
> {
  acuerdos?: ProcesoPack['acuerdos']
  membrete?: ProcesoPack['membrete']
  estadistica?: ProcesoPack['estadistica']
  consulta?: ProcesoPack['consulta']
  idiomas?: ProcesoPack['idiomas']
  senas?: SenasCargada[]
  conclusion?: ProcesoPack['conclusion']
  licencias?: ProcesoPack['licencias']
  aviso: ReglasAvisoPack
  tiposEleccion: ({ clave: string; nombre: string } & Sourced)[]
  sueltos?: DatoSuelto[]
}

/** The dates of a cargo, which its tipo de elección vouches for. */
export interface FechasCargo {
  clave: string
  nombre: string
  tipoEleccion: string
  inicioPublicacion: string
  entregaCuentas: string
  cierreCaptura: string
  diasCaptura: number
}

/** A fact with the object that says its source. */
export interface DatoConFuente extends DatoPack {
  origen: Sourced
  /** Value that was confirmed: when it changes, the institute is asked again. */
  cotejo: unknown
  /** Field of its object that holds its text, where the institute may write one that the pack lacks. */
  campo?: string
}
