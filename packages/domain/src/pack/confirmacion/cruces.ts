import type { Cruce, TablaIdentidadPack } from '../../publicacion/estadistica/index.ts'
import type { DatoConFuente } from './dato.ts'

const EN_PALABRAS: Record<Cruce, string> = { cargo: 'cargo', actor: 'actor político', municipio: 'municipio' }

/** Facts by which the answers of a table are told too. */
export function datosDeCruces({ clave, titulo, cruces = [] }: TablaIdentidadPack): DatoConFuente[] {
  return cruces.map((origen) => {
    const { por, publica } = origen
    const valor = `Por ${EN_PALABRAS[por]}, ${publica ? 'público' : 'sólo dentro del Instituto'}`
    return {
      ...{ clave: `estadistica.tablas.${clave}.${por}`, materia: 'estadisticas', dato: `Cruce de la tabla «${titulo}»`, valor },
      ...{ pagina: `/estadisticas/${clave}`, origen, cotejo: { por, publica } },
    }
  })
}
