import { longDate } from '@conoceles/domain'
import {
  abrirPaquete,
  compararPaquetes,
  conSuBase,
  crearPaquete,
  decirAvisos,
  decirFaltas,
  decirIgnorados,
  leerPaqueteEn,
  modelosPara,
  PaqueteError,
  trasladarPaquete,
  type DondeHayPaquetes,
  type FaltaDePaquete,
  type Textos,
} from '@conoceles/paquetes'
import { assertVacia, escribirCarpeta } from './escribir.ts'
import { enClave, preguntar } from './preguntas.ts'

export const USO = `Uso:
  npm run paquete -- validar PAQUETE                    todas sus faltas
  npm run paquete -- comparar PAQUETE OTRO              en qué difieren
  npm run paquete -- crear CARPETA                      uno nuevo, con diez preguntas
  npm run paquete -- trasladar PAQUETE JORNADA CARPETA  el mismo para otra jornada, como borrador
PAQUETE es una carpeta, un ZIP o la clave de uno incluido (morelos-2024). JORNADA es un día, como 2027-06-06.`

interface Resultado {
  dice: string
  bien: boolean
}

interface Accion {
  /** Arguments that it needs. */
  minimo: number
  hacer(argumentos: string[], donde: DondeHayPaquetes): Promise<Resultado>
}

export const ACCIONES: Record<string, Accion> = {
  validar: { minimo: 1, hacer: validar },
  comparar: { minimo: 2, hacer: comparar },
  crear: { minimo: 1, hacer: crear },
  trasladar: { minimo: 3, hacer: trasladar },
}

async function validar([lugar = '']: string[], donde: DondeHayPaquetes): Promise<Resultado> {
  const { textos, ignorados } = await abrirPaquete(lugar, donde)
  const lectura = leerPaqueteEn(textos, donde)
  const bien = !('faltas' in lectura)
  const dice = bien
    ? [`El paquete «${lectura.pack.nombre}» (${lugar}) no tiene faltas: se puede cargar.`, ...decirAvisos(lectura.avisos)]
    : [listar(lectura.faltas)]
  return { dice: [...dice, ...decirIgnorados(ignorados)].join('\n'), bien }
}

async function comparar([uno = '', otro = '']: string[], donde: DondeHayPaquetes): Promise<Resultado> {
  const [primero, segundo] = [await abrirValido(uno, donde), await abrirValido(otro, donde)]
  const diferencias = compararPaquetes(conSuBase(primero, donde), conSuBase(segundo, donde))
  const dice = diferencias.flatMap(({ archivo, cambios }) => [archivo, ...cambios.map((cambio) => `  ${cambio}`)])
  return { dice: dice.length > 0 ? dice.join('\n') : 'Los dos paquetes dicen lo mismo.', bien: true }
}

async function trasladar([lugar = '', jornada = '', carpeta = '']: string[], donde: DondeHayPaquetes): Promise<Resultado> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(jornada)) throw new PaqueteError(`«${jornada}» no es un día. Escriba la jornada como 2027-06-06.`)
  const propios = await abrirValido(lugar, donde)
  const origen = leerPaqueteEn(propios, donde)
  if ('faltas' in origen) throw new PaqueteError(listar(origen.faltas))
  const { entidad } = origen.pack
  const anio = jornada.slice(0, YEAR)
  const destino = { clave: `${enClave(entidad.nombre)}-${anio}`, nombre: `Proceso electoral local de ${entidad.nombre}, jornada del ${longDate(jornada)}`, jornada } // prettier-ignore
  const textos = trasladarPaquete(conSuBase(propios, donde), propios, destino)
  const lectura = leerPaqueteEn(textos, donde)
  if ('faltas' in lectura) throw new PaqueteError(listar(lectura.faltas))
  escribirCarpeta(carpeta, textos, donde.incluidos)
  return {
    dice: `Se escribió «${destino.clave}» en ${carpeta}. Cada fecha está por confirmar; faltan quiénes compiten y quiénes integran los órganos.`,
    bien: true,
  }
}

const YEAR = 4

async function crear([carpeta = '']: string[], donde: DondeHayPaquetes): Promise<Resultado> {
  assertVacia(carpeta)
  const respuestas = await preguntar()
  const textos = crearPaquete(modelosPara(respuestas.jornada, donde), respuestas)
  const lectura = leerPaqueteEn(textos, donde)
  if ('faltas' in lectura) throw new PaqueteError(listar(lectura.faltas))
  escribirCarpeta(carpeta, textos, donde.incluidos)
  return {
    dice: `Se escribió «${lectura.pack.clave}» en ${carpeta}, con ${respuestas.distritos} distritos y ${respuestas.municipios.length} municipios: se puede cargar. Todo está por confirmar. Siguen lugares.json, actores.json, postulaciones.json, secciones.json y las fechas de proceso.json.`,
    bien: true,
  }
}

async function abrirValido(lugar: string, donde: DondeHayPaquetes): Promise<Textos> {
  const { textos } = await abrirPaquete(lugar, donde)
  const lectura = leerPaqueteEn(textos, donde)
  if ('faltas' in lectura) throw new PaqueteError(`${lugar} tiene faltas:\n${listar(lectura.faltas)}`)
  return textos
}

function listar(faltas: FaltaDePaquete[]): string {
  return decirFaltas(faltas).join('\n')
}
