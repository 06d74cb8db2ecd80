import type { Sitio } from '../fuente.ts'
import { LUGARES } from './referencias.ts'
import { texto, type Columna, type Tabla } from './tabla.ts'

interface Lugar {
  clave: string
  tipo: 'distrito' | 'municipio' | 'comunidad'
  nombre: string
  cabecera: string | null
  municipio: string | null
  contiendas: number
  candidaturas: number
}

const cuenta = (nombre: 'contiendas' | 'candidaturas', titulo: string, significado: string): Columna<Lugar> =>
  texto(nombre, titulo, { significado, tipo: 'integer', obligatoria: true, de: (lugar) => lugar[nombre] })

export const TABLA_LUGARES: Tabla<Lugar> = {
  archivo: 'lugares.csv',
  titulo: 'Distritos, municipios y comunidades',
  descripcion: 'Cada distrito, municipio y comunidad, con cuántas contiendas y candidaturas tiene.',
  llave: ['clave'],
  columnas: [
    texto('clave', 'Clave', { significado: 'Clave del lugar.', obligatoria: true, de: ({ clave }) => clave }),
    texto('tipo', 'Tipo', {
      significado: 'Distrito, municipio o comunidad.',
      valores: ['distrito', 'municipio', 'comunidad'],
      obligatoria: true,
      de: ({ tipo }) => tipo,
    }),
    texto('nombre', 'Nombre', { significado: 'Nombre del lugar.', obligatoria: true, de: ({ nombre }) => nombre }),
    texto('cabecera', 'Cabecera', { significado: 'Cabecera del distrito.', de: ({ cabecera }) => cabecera }),
    texto('municipio', 'Clave del municipio', {
      significado: 'Municipio en que está la comunidad.',
      refiere: LUGARES,
      de: ({ municipio }) => municipio,
    }),
    cuenta('contiendas', 'Contiendas', 'Cargos que se eligen en él y cuya publicación ya empezó.'),
    cuenta('candidaturas', 'Candidaturas', 'Vigentes y canceladas; no cuenta las sustituidas.'),
  ],
}

export function lugaresDe({ proceso, contiendas, catalogos }: Pick<Sitio, 'proceso' | 'contiendas' | 'catalogos'>): Lugar[] {
  const distritos = catalogos.find(({ clave }) => clave === 'distrito')?.valores ?? []
  const cabeceras = new Map(distritos.map(({ clave, detalle }) => [clave, detalle]))
  const counted = ({ clave }: { clave: string }) => {
    const suyas = contiendas.filter(({ distrito, municipio, comunidad }) => (comunidad ?? distrito ?? municipio) === clave)
    return { contiendas: suyas.length, candidaturas: suyas.reduce((sum, { candidaturas }) => sum + candidaturas, 0) }
  }
  const lugar = (tipo: Lugar['tipo']) => (place: { clave: string; nombre: string; municipio?: string }) => {
    const { clave, nombre, municipio = null } = place
    return { clave, tipo, nombre, cabecera: cabeceras.get(clave) ?? null, municipio, ...counted(place) }
  }
  const { distritos: deDistritos, municipios, comunidades } = proceso
  return [...deDistritos.map(lugar('distrito')), ...municipios.map(lugar('municipio')), ...comunidades.map(lugar('comunidad'))]
}

interface Seccion {
  seccion: number
  municipio: string | null
  distrito: string | null
}

export const TABLA_SECCIONES: Tabla<Seccion> = {
  archivo: 'secciones.csv',
  titulo: 'Secciones electorales',
  descripcion: 'A qué municipio y distrito pertenece cada sección. Vacía si el proceso no las tiene.',
  llave: ['seccion'],
  columnas: [
    texto('seccion', 'Sección', { significado: 'Su número.', tipo: 'integer', obligatoria: true, de: ({ seccion }) => seccion }),
    texto('municipio', 'Clave del municipio', {
      significado: 'Municipio en que está.',
      catalogo: 'municipio',
      refiere: LUGARES,
      de: ({ municipio }) => municipio,
    }),
    texto('distrito', 'Clave del distrito', {
      significado: 'Distrito local en que está.',
      catalogo: 'distrito',
      refiere: LUGARES,
      de: ({ distrito }) => distrito,
    }),
  ],
}

export function seccionesDe({ territorio }: Pick<Sitio, 'territorio'>): Seccion[] {
  return Object.entries(territorio?.secciones ?? {}).map(([seccion, [municipio = null, distrito = null]]) => {
    return { seccion: Number(seccion), municipio, distrito }
  })
}

type Cargo = Sitio['proceso']['cargos'][number]

export const TABLA_CARGOS: Tabla<Cargo> = {
  archivo: 'cargos.csv',
  titulo: 'Cargos',
  descripcion: 'Los cargos que se eligen, con su principio y cuántas candidaturas tienen.',
  llave: ['clave'],
  columnas: [
    texto('clave', 'Clave', { significado: 'Clave del cargo.', obligatoria: true, de: ({ clave }) => clave }),
    texto('nombre', 'Nombre', { significado: 'Nombre del cargo.', obligatoria: true, de: ({ nombre }) => nombre }),
    texto('principio', 'Principio', { significado: 'Mayoría relativa o representación proporcional.', de: ({ principio }) => principio }),
    texto('candidaturas', 'Candidaturas', {
      significado: 'Vigentes y canceladas; no cuenta las sustituidas.',
      tipo: 'integer',
      obligatoria: true,
      de: ({ candidaturas }) => candidaturas,
    }),
  ],
}

interface ValorDeCatalogo {
  catalogo: string
  titulo: string
  clave: string
  nombre: string
  detalle: string | null
}

export const TABLA_CATALOGOS: Tabla<ValorDeCatalogo> = {
  archivo: 'catalogos.csv',
  titulo: 'Catálogos',
  descripcion: 'Qué nombre tiene cada clave de los datos, catálogo por catálogo.',
  llave: ['catalogo', 'clave'],
  columnas: [
    texto('catalogo', 'Clave del catálogo', { significado: 'De qué catálogo es.', obligatoria: true, de: ({ catalogo }) => catalogo }),
    texto('catalogo_titulo', 'Catálogo', { significado: 'Título del catálogo.', de: ({ titulo }) => titulo }),
    texto('clave', 'Clave', { significado: 'Lo que está en los datos.', obligatoria: true, de: ({ clave }) => clave }),
    texto('nombre', 'Nombre', { significado: 'Lo que quiere decir.', obligatoria: true, de: ({ nombre }) => nombre }),
    texto('detalle', 'Detalle', {
      significado: 'De un cargo, su principio; de un distrito, su cabecera; de una comunidad, su municipio.',
      de: ({ detalle }) => detalle,
    }),
  ],
}

export function valoresDe({ catalogos }: Pick<Sitio, 'catalogos'>): ValorDeCatalogo[] {
  return catalogos.flatMap(({ clave: catalogo, titulo, valores }) => valores.map((valor) => ({ catalogo, titulo, ...valor })))
}
