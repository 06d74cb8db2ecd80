import type { VistaPrevia } from '../../shared/documentos/vista-previa-model.ts'
import type { CandidaturaPublicaDto, ListContiendasDto, ProcesoPublicoDto } from '../lectura/index.ts'
import type { FichaPublica } from './documento.ts'
import { PALABRAS } from './ficha-en-palabras.ts'

/** Preview of a candidatura in a message: no more than the beginning of its page. */
export function vistaOfCandidatura({ candidatura, proceso, fotografia }: Omit<FichaPublica, 'corte' | 'sha256' | 'origen'>): VistaPrevia {
  const { nombre, lugar, estatus, actorPolitico } = candidatura
  const cargo = proceso.cargos.find(({ clave }) => clave === candidatura.cargo)?.singular ?? candidatura.cargoNombre
  return {
    ...frameOf(proceso),
    titulo: nombre,
    lineas: [cargo, lugar, ...(estatus === 'aprobada' ? [] : [PALABRAS.yaNoCompite])],
    actor: actorOf(actorPolitico),
    retrato: fotografia,
  }
}

/** Preview of a contienda: only the cargo and the place. Its candidates change, and none goes before another. */
export function vistaOfContienda({ cargoNombre, lugar }: ListContiendasDto['elementos'][number], proceso: ProcesoPublicoDto): VistaPrevia {
  return {
    ...frameOf(proceso),
    titulo: cargoNombre,
    lineas: [lugar, 'Quiénes son, qué han hecho y qué proponen'],
    actor: null,
    retrato: null,
  }
}

export function vistaOfSitio(proceso: ProcesoPublicoDto): VistaPrevia {
  return {
    ...frameOf(proceso),
    titulo: 'Candidatas y Candidatos, Conóceles',
    lineas: [proceso.nombre, 'Quiénes aparecen en tu boleta, qué han hecho y qué proponen'],
    actor: null,
    retrato: null,
  }
}

function frameOf({ instituto, entidad, simulacro }: ProcesoPublicoDto): Pick<VistaPrevia, 'pie' | 'aviso'> {
  return { pie: `Conóceles · ${instituto.siglas} · ${entidad}`, aviso: simulacro ? 'Simulacro: personas ficticias' : null }
}

/** An independent's clave also carries its municipio. */
function actorOf({ clave, nombre }: CandidaturaPublicaDto['actorPolitico']): VistaPrevia['actor'] {
  return { siglas: clave.split('-')[0] ?? clave, nombre }
}
