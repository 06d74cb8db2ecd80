import type { AvisoPrivacidadPack, ConsultaPack, CuestionarioPack, ProcesoPack, ProgramaPack, Sourced } from '@conoceles/domain'
import type { Ruta } from './json.ts'

/** Version of the format that this program writes, and the newest that it reads. */
export const ESQUEMA = 1

interface ConEsquema {
  /** Address of the JSON Schema of this file, by which an editor completes and checks it. */
  $schema?: string
}

/** Head of a pack. A base pack, which others extend, has neither entidad nor zona nor jornada. */
export interface ArchivoPaquete extends ConEsquema {
  /** Version of the format of the pack. */
  esquema: number
  /** Short name of the pack, in small letters, digits and hyphens. */
  clave: string
  /** Version of its data; a correction is a new version. */
  version: string
  nombre: string
  /** Base pack: each file that this pack does not have is the one of its base. */
  extiende?: string
  /** State of the proceso, by its INEGI code. */
  entidad?: ProcesoPack['entidad']
  /** Time zone by its IANA name, as America/Mexico_City. */
  zona?: string
  /** Election day, as 2027-06-06. */
  jornada?: string
  /** Beginning, size and seed of its simulacro; absent: derived from its dates and places. */
  simulacro?: OpcionesSimulacro
  /** Documents that the pack was made from. */
  fuentes: string[]
}

export interface OpcionesSimulacro {
  /** Instant at which its clock begins, with its offset. */
  inicio: string
  /** 0: nobody is registered yet, and nothing of the programme was done but what it tells. */
  personas: number
  semilla: number
}

export interface ArchivoProceso
  extends ConEsquema, Pick<ProcesoPack, 'instituto' | 'responsabilidad' | 'tiposEleccion' | 'acceso' | 'importacion'> {}

export interface ArchivoLugares extends ConEsquema {
  lugares: FilaLugares[]
}

/** How many places a cargo has: everywhere, or in one demarcación, which wins. */
export interface FilaLugares extends Sourced {
  cargo: string
  demarcacion?: string
  lugares: number
}

export interface ArchivoPostulaciones extends ConEsquema {
  postulaciones: FilaPostulacion[]
}

/** An actor político with the same members in each cargo and demarcación that the row names. */
export interface FilaPostulacion extends Sourced {
  actor: string
  integrantes: string[]
  cargos: string[]
  demarcaciones: string[]
  orden: number
}

export interface ArchivoAvisos extends ConEsquema {
  reglas: ProcesoPack['reglasAviso']
  avisos: FilaAviso[]
}

/** An aviso de privacidad, its texts line by line. */
export interface FilaAviso extends Omit<AvisoPrivacidadPack, 'integral' | 'simplificado'> {
  integral: string[]
  simplificado: string[]
}

type Lista<K extends keyof ProcesoPack> = ConEsquema & Required<Pick<ProcesoPack, K>>
type Parte<K extends keyof ProcesoPack> = ConEsquema & NonNullable<ProcesoPack[K]>

export type ArchivoCargos = Lista<'cargos'>
export type ArchivoDemarcaciones = Lista<'demarcaciones'>
export type ArchivoSecciones = Lista<'secciones'>
export type ArchivoActores = Lista<'actores'>
export type ArchivoGrupos = Lista<'grupos'>
export type ArchivoReglas = Lista<'reglas'>
export type ArchivoListados = Lista<'listados'>
export type ArchivoLicencias = Lista<'licencias'>
export type ArchivoPorConfirmar = Lista<'cierres'>
export type ArchivoMosaicos = Lista<'mosaicos'>
export type ArchivoIdiomas = Lista<'idiomas'>
export type ArchivoSenas = Lista<'senas'>
export type ArchivoCalendario = Lista<'calendario'>
export type ArchivoCausas = Lista<'causas'>
export type ArchivoFeriados = Lista<'feriados'>
export type ArchivoIntegraciones = Lista<'integraciones'>
export type ArchivoOrganos = Lista<'organos'>
export type ArchivoSupuestos = Lista<'supuestos'>
export type ArchivoErratas = ConEsquema & Required<Pick<ProgramaPack, 'erratas'>>
export type ArchivoRevision = Parte<'revision'>
export type ArchivoConsulta = ConEsquema & Omit<ConsultaPack, 'lecturaFacil'>
export type ArchivoLecturaFacil = ConEsquema & NonNullable<ConsultaPack['lecturaFacil']>
export type ArchivoEstadistica = Parte<'estadistica'>
export type ArchivoDerechos = Parte<'derechos'>
export type ArchivoConclusion = Parte<'conclusion'>
export type ArchivoPolitica = Parte<'politicaPublicacion'>
export type ArchivoCuestionario = ConEsquema & CuestionarioPack
/** As an exported scenario brings it, with reminders and errata, or without: their own files win. */
export type ArchivoPrograma = ConEsquema & Omit<ProgramaPack, 'recordatorios'> & Partial<Pick<ProgramaPack, 'recordatorios'>>
export type ArchivoRecordatorios = ConEsquema & ProgramaPack['recordatorios']
export type ArchivoOficio = Parte<'oficio'>
export type ArchivoPlantillas = Parte<'plantillas'>
export type ArchivoMembrete = Parte<'membrete'>
export type ArchivoAcuerdos = Parte<'acuerdos'>

export interface Archivo {
  /** Type above, from which the schema of the file is made. */
  tipo: string
  /** A pack without it loads. */
  opcional?: true
}

/** Every file of a pack, by its path. */
export const ARCHIVOS: Readonly<Record<string, Archivo>> = {
  'paquete.json': { tipo: 'ArchivoPaquete' },
  'proceso.json': { tipo: 'ArchivoProceso' },
  'cargos.json': { tipo: 'ArchivoCargos' },
  'demarcaciones.json': { tipo: 'ArchivoDemarcaciones' },
  'secciones.json': { tipo: 'ArchivoSecciones' },
  'lugares.json': { tipo: 'ArchivoLugares' },
  'actores.json': { tipo: 'ArchivoActores' },
  'postulaciones.json': { tipo: 'ArchivoPostulaciones' },
  'grupos.json': { tipo: 'ArchivoGrupos' },
  'reglas.json': { tipo: 'ArchivoReglas' },
  'listados.json': { tipo: 'ArchivoListados' },
  'licencias.json': { tipo: 'ArchivoLicencias', opcional: true },
  'por-confirmar.json': { tipo: 'ArchivoPorConfirmar', opcional: true },
  'mosaicos.json': { tipo: 'ArchivoMosaicos', opcional: true },
  'idiomas.json': { tipo: 'ArchivoIdiomas', opcional: true },
  'senas.json': { tipo: 'ArchivoSenas', opcional: true },
  'revision.json': { tipo: 'ArchivoRevision' },
  'consulta.json': { tipo: 'ArchivoConsulta' },
  'lectura-facil.json': { tipo: 'ArchivoLecturaFacil', opcional: true },
  'estadistica.json': { tipo: 'ArchivoEstadistica' },
  'derechos.json': { tipo: 'ArchivoDerechos' },
  'conclusion.json': { tipo: 'ArchivoConclusion' },
  'politica-publicacion.json': { tipo: 'ArchivoPolitica' },
  'avisos-privacidad.json': { tipo: 'ArchivoAvisos' },
  'cuestionarios/curricular.json': { tipo: 'ArchivoCuestionario' },
  'cuestionarios/identidad.json': { tipo: 'ArchivoCuestionario' },
  'programa/programa.json': { tipo: 'ArchivoPrograma' },
  'programa/recordatorios.json': { tipo: 'ArchivoRecordatorios' },
  'programa/erratas.json': { tipo: 'ArchivoErratas', opcional: true },
  'programa/calendario.json': { tipo: 'ArchivoCalendario' },
  'programa/feriados.json': { tipo: 'ArchivoFeriados' },
  'programa/causas.json': { tipo: 'ArchivoCausas' },
  'programa/supuestos.json': { tipo: 'ArchivoSupuestos' },
  'programa/organos.json': { tipo: 'ArchivoOrganos' },
  'programa/integraciones.json': { tipo: 'ArchivoIntegraciones' },
  'programa/oficio.json': { tipo: 'ArchivoOficio' },
  'programa/plantillas.json': { tipo: 'ArchivoPlantillas' },
  'programa/membrete.json': { tipo: 'ArchivoMembrete', opcional: true },
  'programa/acuerdos.json': { tipo: 'ArchivoAcuerdos', opcional: true },
}

/** A part of the pack: the file that holds it, and where inside. */
export interface ParteDePaquete {
  ruta: Ruta
  archivo: string
  en: Ruta
}

const suelta = (archivo: string, ...claves: string[]): ParteDePaquete[] => claves.map((clave) => ({ ruta: [clave], archivo, en: [clave] }))
const entera = (archivo: string, ...ruta: (string | number)[]): ParteDePaquete[] => [{ ruta, archivo, en: [] }]
const LISTAS = ['cargos', 'demarcaciones', 'secciones', 'actores', 'postulaciones', 'grupos', 'reglas', 'listados', 'licencias', 'mosaicos', 'idiomas', 'senas'] // prettier-ignore
const LISTAS_PROGRAMA = ['calendario', 'feriados', 'causas', 'supuestos', 'organos', 'integraciones']

/** Parts in the order in which they are put together: a part of a part comes after it. */
export const PARTES: readonly ParteDePaquete[] = [
  ...suelta('paquete.json', 'clave', 'version', 'nombre', 'entidad', 'zona', 'jornada'),
  ...suelta('proceso.json', 'instituto', 'responsabilidad', 'tiposEleccion', 'acceso', 'importacion'),
  ...LISTAS.flatMap((clave) => suelta(`${clave}.json`, clave)),
  ...suelta('por-confirmar.json', 'cierres'),
  ...LISTAS_PROGRAMA.flatMap((clave) => suelta(`programa/${clave}.json`, clave)),
  { ruta: ['contiendas'], archivo: 'lugares.json', en: ['lugares'] },
  ...entera('cuestionarios/curricular.json', 'cuestionarios', 0),
  ...entera('cuestionarios/identidad.json', 'cuestionarios', 1),
  { ruta: ['avisosPrivacidad'], archivo: 'avisos-privacidad.json', en: ['avisos'] },
  { ruta: ['reglasAviso'], archivo: 'avisos-privacidad.json', en: ['reglas'] },
  ...entera('revision.json', 'revision'),
  ...entera('consulta.json', 'consulta'),
  ...entera('lectura-facil.json', 'consulta', 'lecturaFacil'),
  ...entera('estadistica.json', 'estadistica'),
  ...entera('derechos.json', 'derechos'),
  ...entera('conclusion.json', 'conclusion'),
  ...entera('politica-publicacion.json', 'politicaPublicacion'),
  ...entera('programa/programa.json', 'programa'),
  ...entera('programa/recordatorios.json', 'programa', 'recordatorios'),
  { ruta: ['programa', 'erratas'], archivo: 'programa/erratas.json', en: ['erratas'] },
  ...['oficio', 'plantillas', 'membrete', 'acuerdos'].flatMap((clave) => entera(`programa/${clave}.json`, clave)),
]
