import type { ActorPoliticoPack, CargoPack, DemarcacionPack, ProgramaPack } from '@conoceles/domain'
import { objetoDe, type Objeto } from './efectivo.ts'
import type { Textos } from './textos.ts'
import { escribir, trasladarPaquete } from './trasladar.ts'

/** Answers from which a pack begins. */
export interface Respuestas {
  clave: string
  nombre: string
  /** INEGI code of the state, two digits. */
  entidad: string
  nombreEntidad: string
  siglas: string
  instituto: string
  /** Name of the organ that approves. */
  organo: string
  zona: string
  jornada: string
  distritos: number
  /** Each with its INEGI code of five digits. */
  municipios: { clave: string; nombre: string }[]
  gubernatura: boolean
}

/** Packs from which one begins. */
export interface Modelos {
  ejemplo: Textos
  partidos: Textos
}

const POR_CONFIRMAR = 'por_confirmar'
const DE_QUIEN_LO_CREO = 'Respuestas de quien lo creó'
/** Files of the example that speak of its own places, people and documents: a new pack has none of them, or an empty one. */
const VACIOS = { 'secciones.json': { secciones: {} }, 'listados.json': { listados: [] }, 'avisos-privacidad.json': { reglas: { entregable: null, leyes: [], partes: [], datos: [] }, avisos: [] } } // prettier-ignore
const FUERA = [
  'mosaicos.json',
  'por-confirmar.json',
  'lectura-facil.json',
  'programa/acuerdos.json',
  'programa/membrete.json',
  'idiomas.json',
  'senas.json',
]
/** Files whose rules serve any state until its own are known. */
const SE_COPIAN = ['grupos.json', 'revision.json', 'estadistica.json', 'conclusion.json']

/**
 * A pack that loads, made from an example: what it copies is to be confirmed, and says that it was copied; places are those of the answers.
 * `ejemplo` has the files of its base too. `partidos`: the pack that knows the national parties of that day; a register ends between two.
 */
export function crearPaquete({ ejemplo, partidos }: Modelos, respuestas: Respuestas): Textos {
  const { clave, nombre, jornada } = respuestas
  const trasladado = trasladarPaquete(ejemplo, new Map(), { clave, nombre, jornada })
  const fuente = copiadoDe(ejemplo)
  const leer = (archivo: string) => objetoDe(trasladado.has(archivo) ? trasladado : ejemplo, archivo)
  const nuevos: Record<string, Objeto> = {
    ...VACIOS,
    ...Object.fromEntries(SE_COPIAN.map((archivo) => [archivo, copiar(leer(archivo), fuente) as Objeto])),
    'paquete.json': cabeza(leer('paquete.json'), respuestas),
    'proceso.json': proceso(leer('proceso.json'), { respuestas, fuente }),
    'consulta.json': consulta(copiar(leer('consulta.json'), fuente) as Objeto),
    'reglas.json': { reglas: sinVentanas(copiar(leer('reglas.json').reglas, fuente) as Objeto[]) },
    ...territorio(leer('cargos.json'), { respuestas, fuente }),
    'actores.json': { actores: nacionales(objetoDe(partidos, 'actores.json'), copiadoDe(partidos)) },
    'postulaciones.json': { postulaciones: [] },
    'programa/programa.json': programa(leer('programa/programa.json'), { jornada, fuente }),
    'programa/calendario.json': { calendario: [dia(jornada)] },
    'programa/integraciones.json': { integraciones: [] },
    'programa/feriados.json': leer('programa/feriados.json'),
    'programa/oficio.json': oficio(copiar(leer('programa/oficio.json'), fuente) as Objeto, respuestas),
    'programa/organos.json': organos(leer('programa/organos.json'), { organo: respuestas.organo, fuente }),
  }
  const sinGubernatura = respuestas.gubernatura ? nuevos : quitarCargo(nuevos, 'gubernatura')
  return new Map(
    Object.entries(sinGubernatura)
      .filter(([archivo]) => !FUERA.includes(archivo))
      .map(([archivo, valor]) => [archivo, escribir(valor)]),
  )
}

/** Every page names the day of the vote: the calendar may not leave it out. */
function dia(jornada: string): Objeto {
  return { inicio: jornada, fin: jornada, evento: 'Jornada electoral', fuente: DE_QUIEN_LO_CREO, confianza: 'media' }
}

function copiadoDe(textos: Textos): string {
  return `Copiado de «${String(objetoDe(textos, 'paquete.json').clave)}» para empezar: por confirmar con el instituto`
}

function cabeza({ extiende }: Objeto, { clave, nombre, entidad, nombreEntidad, zona, jornada }: Respuestas): Objeto {
  return { esquema: 1, clave, version: '0.1.0', nombre, extiende, entidad: { clave: entidad, nombre: nombreEntidad }, zona, jornada, fuentes: ['Respuestas de quien lo creó: por confirmar'] } // prettier-ignore
}

function proceso({ tiposEleccion }: Objeto, { respuestas, fuente }: { respuestas: Respuestas; fuente: string }): Objeto {
  const { siglas, instituto } = respuestas
  return {
    instituto: { siglas, nombre: instituto, sitio: null, fuente: DE_QUIEN_LO_CREO, confianza: POR_CONFIRMAR },
    responsabilidad:
      'Lo que se publica lo proporcionaron las personas candidatas y quienes las postulan, y es su responsabilidad. El Instituto lo difunde; no lo redacta ni lo respalda.',
    tiposEleccion: copiar(tiposEleccion, `Fechas a la misma distancia de la jornada. ${fuente}`),
  }
}

/** Other ballots of the day, places of sistemas normativos and a review of the pages are facts of one proceso. */
function consulta({ otrasBoletas: _otras, sistemasNormativos: _sistemas, accesibilidad: _revision, ...resto }: Objeto): Objeto {
  return resto
}

/** A rule that tells its dates in words would tell those of the example. */
function sinVentanas(reglas: Objeto[]): Objeto[] {
  return reglas.filter(({ parametros }) => !('inicio' in (parametros as Objeto)))
}

/** Every row says that it was copied: its source was of another state. */
function copiar(valor: unknown, fuente: string): unknown {
  if (Array.isArray(valor)) return valor.map((each) => copiar(each, fuente))
  if (typeof valor !== 'object' || valor === null) return valor
  const copia = Object.fromEntries(Object.entries(valor).map(([clave, each]) => [clave, copiar(each, fuente)]))
  return 'confianza' in copia ? { ...copia, fuente, confianza: POR_CONFIRMAR } : copia
}

function territorio({ cargos }: Objeto, { respuestas, fuente }: { respuestas: Respuestas; fuente: string }): Record<string, Objeto> {
  const { entidad, nombreEntidad, distritos, municipios } = respuestas
  const lugar = (clave: string, tipo: DemarcacionPack['tipo'], nombre: string) => ({
    ...{ clave, tipo, nombre, regimen: tipo === 'municipio' ? 'partidos' : null, pertenece: null, cabecera: null },
    ...{ fuente: DE_QUIEN_LO_CREO, confianza: POR_CONFIRMAR },
  })
  const dos = (n: number, width: number) => String(n).padStart(width, '0')
  return {
    'cargos.json': { cargos: copiar(cargos, fuente) },
    'demarcaciones.json': {
      demarcaciones: [
        lugar(entidad, 'entidad', nombreEntidad),
        ...Array.from({ length: distritos }, (_, at) => lugar(`D${dos(at + 1, 2)}`, 'distrito', `Distrito ${at + 1}`)),
        ...municipios.map(({ clave, nombre }) => lugar(clave, 'municipio', nombre)),
      ],
    },
    'lugares.json': { lugares: (cargos as CargoPack[]).map(({ clave }) => ({ cargo: clave, lugares: 1, fuente: 'Falta saber cuántos lugares tiene cada cargo', confianza: POR_CONFIRMAR })) }, // prettier-ignore
  }
}

function nacionales({ actores }: Objeto, fuente: string): ActorPoliticoPack[] {
  const propios = (actores as ActorPoliticoPack[]).filter(({ figura }) => figura === 'partido nacional')
  return copiar(propios, fuente) as ActorPoliticoPack[]
}

/** Nothing is owed until the institute has its own programme; rest days of the law are for everybody. */
function programa({ laborales }: Objeto, { jornada, fuente }: { jornada: string; fuente: string }): Objeto {
  const { descansos } = laborales as ProgramaPack['laborales']
  const anio = Number(jornada.slice(0, YEAR))
  return {
    ...{ actividades: [], hechos: [], menciones: [], sesiones: [], areas: [] },
    laborales: { descansos, jornadas: [jornada], propios: [], todosHabiles: [], fuente, confianza: POR_CONFIRMAR },
    vigencia: { desde: `${anio - 1}-09-01`, hasta: `${anio}-12-31` },
  }
}

const YEAR = 4

function oficio({ numeracion, lugar, ...resto }: Objeto, { siglas, nombreEntidad }: Respuestas): Objeto {
  return {
    ...resto,
    numeracion: { ...(numeracion as Objeto), patron: `${siglas}/…/{anio}`, fuente: DE_QUIEN_LO_CREO },
    lugar: { ...(lugar as Objeto), texto: nombreEntidad, fuente: DE_QUIEN_LO_CREO },
  }
}

function organos({ organos: filas }: Objeto, { organo, fuente }: { organo: string; fuente: string }): Objeto {
  const [pleno] = (filas as Objeto[]).filter(({ clave }) => clave === 'pleno')
  const { convocatoria: _convocatoria, ...resto } = pleno ?? {}
  return { organos: [copiar({ ...resto, nombre: organo, breve: organo }, fuente)] }
}

/** Everything that names a cargo, in whichever file. */
function quitarCargo(archivos: Record<string, Objeto>, cargo: string): Record<string, Objeto> {
  const limpiar = (valor: unknown): unknown => {
    if (Array.isArray(valor)) return valor.filter((each) => !isOf(each, cargo)).map(limpiar)
    if (typeof valor !== 'object' || valor === null) return valor
    return Object.fromEntries(Object.entries(valor).map(([clave, each]) => [clave, limpiar(each)]))
  }
  return Object.fromEntries(Object.entries(archivos).map(([archivo, valor]) => [archivo, limpiar(valor) as Objeto]))
}

function isOf(valor: unknown, cargo: string): boolean {
  if (valor === cargo) return true
  if (typeof valor !== 'object' || valor === null) return false
  const { clave, cargo: own } = valor as Objeto
  return clave === cargo || own === cargo
}
