import { texto, type ColumnaFicha } from './columnas-ficha.ts'
import type { Sitio } from '../fuente.ts'
import { juntos } from './tabla.ts'

/** Names of what the codes stand for and addresses that open: at the end, where they move no older column. */
export function columnasParaLeer({ proceso, origen }: Pick<Sitio, 'proceso' | 'origen'>): readonly ColumnaFicha[] {
  const named = (places: readonly { clave: string; nombre: string }[]) => {
    const names = new Map(places.map(({ clave, nombre }) => [clave, nombre]))
    return (clave: string | null) => (clave === null ? null : (names.get(clave) ?? null))
  }
  const [municipioOf, distritoOf, comunidadOf] = [named(proceso.municipios), named(proceso.distritos), named(proceso.comunidades)]
  return [
    texto('municipio_nombre', 'Municipio', {
      significado: 'Nombre del municipio.',
      campo: 'municipio',
      de: ({ municipio }) => municipioOf(municipio),
    }),
    texto('distrito_nombre', 'Distrito', {
      significado: 'Nombre del distrito.',
      campo: 'distrito',
      de: ({ distrito }) => distritoOf(distrito),
    }),
    texto('comunidad_nombre', 'Comunidad', {
      significado: 'Nombre de la comunidad.',
      campo: 'contienda',
      de: ({ comunidad }) => comunidadOf(comunidad),
    }),
    texto('integrantes_nombres', 'Nombres de los partidos de la alianza', {
      significado: 'Nombres, separados por « | », en el orden de sus claves.',
      campo: 'actorPolitico',
      de: ({ actorPolitico }) => juntos(actorPolitico.integrantes.map(({ nombre }) => nombre)),
    }),
    texto('partido_origen_nombre', 'Nombre del partido de origen', {
      significado: 'Nombre del partido de donde viene la persona, si la postula una alianza.',
      campo: 'partidoOrigen',
      de: ({ partidoOrigen }) => partidoOrigen?.nombre ?? null,
    }),
    texto('pagina', 'Página', {
      significado: 'Dirección completa de su página.',
      formato: 'uri',
      obligatoria: true,
      de: ({ id }) => `${origen}/candidaturas/${id}`,
    }),
    texto('fotografia_direccion', 'Dirección de la fotografía', {
      significado: 'Dirección completa de la fotografía. Su licencia es otra que la de los datos.',
      campo: 'fotografia',
      licencia: 'fotografias',
      formato: 'uri',
      de: ({ fotografia }) => (fotografia?.grande ? new URL(fotografia.grande, origen).href : null),
    }),
  ]
}
