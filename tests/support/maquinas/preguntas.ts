import type { Contestado } from './cliente.ts'

/** A public row of the list, as the API tells it. */
export interface Fila {
  id: string
  nombre: string
  cargo: string
  cargoNombre: string
  lugar: string
  calidad: string
  sexo: string | null
  estatus: string
  actorPolitico: { clave: string; nombre: string; integrantes: string[] }
  partidoOrigen: { clave: string } | null
}

export interface Publico {
  filas: Fila[]
  proceso: { municipios: { clave: string; nombre: string }[]; actoresPoliticos: { clave: string; nombre: string; tipo: string }[] }
  contiendas: { clave: string; cargo: string; municipio: string | null; distrito: string | null }[]
  secciones: Record<string, string[]>
  contiendaDe: ReadonlyMap<string, string>
}

export interface Pregunta {
  clase: string
  herramienta: string
  datos: object
  acierta: (contestado: Contestado) => boolean
}

/** So many of a list, as far apart as they can be. */
function muestra<T>(all: readonly T[], count: number): T[] {
  return all.length <= count ? [...all] : Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)] as T)
}

const ids = (filas: readonly { id: string }[]) => filas.map(({ id }) => id).sort()
const same = (one: readonly string[], other: readonly string[]) => JSON.stringify(one) === JSON.stringify(other)
const sinAcentos = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
const buscar = (clase: string, datos: object, acierta: Pregunta['acierta']): Pregunta => ({
  clase,
  herramienta: 'buscar_candidaturas',
  datos,
  acierta,
})

/** Questions of a voter whose right answer follows from the published data, by templates. */
export function preguntasDe(publico: Publico): Pregunta[] {
  return [
    ...deNombre(publico),
    ...malEscritas(publico),
    ...deMunicipio(publico),
    ...deSeccion(publico),
    ...deCuenta(publico),
    ...deSalida(publico),
    ...sinRespuesta(),
  ]
}

function deNombre({ filas }: Publico): Pregunta[] {
  const own = filas.filter(({ estatus }) => estatus === 'aprobada')
  const hallada = (fila: Fila, { resultado, elementos = [] }: Contestado) =>
    resultado === 'hallado' &&
    elementos.some(
      ({ id, cargo, lugar, postula }) =>
        id === fila.id && cargo === fila.cargoNombre && lugar === fila.lugar && postula.clave === fila.actorPolitico.clave,
    )
  return [
    ...muestra(own, 45).map((fila) =>
      buscar('cargo y partido de una persona', { nombre: fila.nombre, limite: 50 }, (c) => hallada(fila, c)),
    ),
    ...muestra(own.slice(3), 20).map((fila) =>
      buscar('sin acentos', { nombre: sinAcentos(fila.nombre), limite: 50 }, (c) => hallada(fila, c)),
    ),
    ...muestra(own.slice(7), 10).map((fila) => {
      const nombre = fila.nombre.split(' ').reverse().join(' ').toUpperCase()
      return buscar('en otro orden y en mayúsculas', { nombre, limite: 50 }, (c) => hallada(fila, c))
    }),
    ...muestra(own.slice(5), 15).map((fila) => ({
      clase: 'página completa',
      herramienta: 'ver_candidatura',
      datos: { id: fila.id },
      acierta: ({ candidatura }: Contestado) => candidatura?.['id'] === fila.id && candidatura['nombre'] === fila.nombre,
    })),
  ]
}

/** A letter of the last word that is long enough is lost. */
function malEscritas({ filas }: Publico): Pregunta[] {
  return muestra(filas, 25).flatMap((fila) => {
    const words = sinAcentos(fila.nombre).split(' ')
    const at = words.findLastIndex(({ length }) => length >= 6)
    if (at < 0) return []
    const nombre = words.map((word, turn) => (turn === at ? word.slice(0, 2) + word.slice(3) : word)).join(' ')
    return [
      buscar(
        'nombre mal escrito',
        { nombre },
        ({ resultado, elementos = [] }) => resultado !== 'no_hallado' && ids(elementos).includes(fila.id),
      ),
    ]
  })
}

function deMunicipio({ filas, proceso, contiendas, contiendaDe }: Publico): Pregunta[] {
  return contiendas
    .filter(({ cargo, municipio }) => cargo === 'presidencia_municipal' && municipio !== null)
    .flatMap((contienda) => {
      const municipio = proceso.municipios.find(({ clave }) => clave === contienda.municipio)?.nombre ?? ''
      const own = filas.filter(({ id, estatus }) => contiendaDe.get(id) === contienda.clave && estatus !== 'sustituida')
      const partidos = proceso.actoresPoliticos.filter(({ tipo }) => tipo === 'partido')
      return [
        buscar(
          'quién compite en un municipio',
          { cargo: 'presidencia municipal', municipio, limite: 50 },
          ({ total }) => total === own.length,
        ),
        ...partidos.map(({ clave, nombre }) => {
          const suyas = own.filter((fila) =>
            [fila.actorPolitico.clave, ...fila.actorPolitico.integrantes, fila.partidoOrigen?.clave].includes(clave),
          )
          return buscar(
            'quién compite en un municipio por un partido',
            { cargo: 'Presidencias municipales', municipio: sinAcentos(municipio), partido: nombre },
            (c) => (suyas.length === 0 ? c.resultado === 'no_hallado' : same(ids(c.elementos ?? []), ids(suyas))),
          )
        }),
      ]
    })
}

function deSeccion({ filas, contiendas, secciones, contiendaDe }: Publico): Pregunta[] {
  return muestra(Object.entries(secciones), 30).map(([seccion, [municipio, distrito]]) => {
    const own = contiendas.filter((each) => (each.municipio ?? municipio) === municipio && (each.distrito ?? distrito) === distrito)
    return {
      clase: 'boleta de una sección',
      herramienta: 'boleta_de_un_lugar',
      datos: { seccion: seccion.padStart(4, '0') },
      acierta: ({ hojas = [] }) => {
        const listas = hojas.flatMap(({ frente, reverso }) => [...frente, ...reverso])
        const heads = listas.flatMap(({ clave, postulan }) => postulan.map(({ encabeza }) => [clave, encabeza?.id] as const))
        const right = heads.every(([clave, id]) => id === undefined || contiendaDe.get(id) === clave)
        const actores = (clave: string) =>
          new Set(
            filas
              .filter(({ id, estatus }) => contiendaDe.get(id) === clave && estatus !== 'sustituida')
              .map((fila) => fila.actorPolitico.clave),
          ).size
        return (
          right &&
          same(listas.map(({ clave }) => clave).sort(), own.map(({ clave }) => clave).sort()) &&
          listas.every(({ clave, postulan }) => postulan.length === actores(clave))
        )
      },
    }
  })
}

function deCuenta({ filas }: Publico): Pregunta[] {
  const listed = filas.filter(({ estatus }) => estatus !== 'sustituida')
  const cargos = [...new Map(listed.map(({ cargo, cargoNombre }) => [cargo, cargoNombre]))]
  return cargos.flatMap(([cargo, nombre]) =>
    ([undefined, 'mujer', 'hombre'] as const).map((sexo) => {
      const count = listed.filter((fila) => fila.cargo === cargo && (sexo === undefined || fila.sexo === sexo)).length
      return buscar('cuántas hay', { cargo: nombre, ...(sexo && { sexo }) }, ({ total }) => total === count)
    }),
  )
}

/** People who left: they are told with what became of them, and nobody counts them as candidates. */
function deSalida({ filas }: Publico): Pregunta[] {
  return muestra(
    filas.filter(({ estatus }) => estatus !== 'aprobada'),
    12,
  ).map((fila) =>
    buscar('quien dejó la candidatura', { nombre: fila.nombre, limite: 50 }, ({ elementos = [] }) =>
      elementos.some(({ id, estatus }) => id === fila.id && estatus === fila.estatus),
    ),
  )
}

function sinRespuesta(): Pregunta[] {
  const nobody = [
    'Zutkwop Brixven',
    'Wqrtenk Plomvuz',
    'Kjarlund Vexhopp',
    'Ptolwyng Drusk',
    'Hrvoje Kwmbatz',
    'Xyzzkq',
    '%',
    '<script>',
    'Benito Qwrzt',
    'María Zzkwpl',
  ]
  const none = ({ resultado, elementos = [] }: Contestado) => resultado === 'no_hallado' && elementos.length === 0
  return [
    ...nobody.map((nombre) => buscar('nombre que nadie tiene', { nombre }, none)),
    ...['Guadalajara', 'Monterrey', 'Springfield'].map((municipio) => buscar('lugar de otra entidad', { municipio }, none)),
    ...['Partido Pirata', 'Qwrtz'].map((partido) => buscar('partido que no existe', { partido }, none)),
    buscar('cargo ambiguo', { cargo: 'diputación' }, ({ resultado, opciones = [] }) => resultado === 'ambiguo' && opciones.length > 1),
    ...['99999', '0', 'x1'].map((seccion) => ({
      clase: 'sección que no existe',
      herramienta: 'boleta_de_un_lugar',
      datos: { seccion },
      acierta: none,
    })),
    {
      clase: 'identificador de nadie',
      herramienta: 'ver_candidatura',
      datos: { id: '00000000-0000-4000-8000-000000000000' },
      acierta: none,
    },
  ]
}
