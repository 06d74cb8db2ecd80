import { admitePrimeraEleccion, type ActorPoliticoPack, type ProcesoPack } from '@conoceles/domain'
import { probarFilas, probarRepetidas, type Falta } from '../falta.ts'

/** Faults of the postulaciones: an actor of the pack, in a contienda of the pack, and no partido twice. */
export function faltasDePostulaciones({ actores, contiendas, postulaciones, jornada }: ProcesoPack): Falta[] {
  const tipos = new Map(actores.map(({ clave, tipo }) => [clave, tipo]))
  const claves = new Set(contiendas.map(({ clave }) => clave))
  const postuladas = new Set(postulaciones.map(({ contienda }) => contienda))
  return [
    ...probarFilas(['postulaciones'], postulaciones, ({ contienda, actor, integrantes }) => [
      {
        falla: !claves.has(contienda),
        en: ['cargos'],
        dice: `«${actor}» se postula en «${contienda}», que no es una contienda`,
        remedio: 'Revise «cargos» y «demarcaciones» de esta fila',
      },
      { falla: !tipos.has(actor), en: ['actor'], dice: `No existe el actor político «${actor}»`, remedio: 'Use una clave de actores.json' },
      {
        falla: integrantes.some((clave) => tipos.get(clave) !== 'partido'),
        en: ['integrantes'],
        dice: `Un integrante de «${actor}» en ${contienda} no es un partido`,
        remedio: 'Use claves de partidos de actores.json',
      },
      {
        falla: (tipos.get(actor) === 'alianza') !== integrantes.length > 1,
        en: ['integrantes'],
        dice: `«${actor}» en ${contienda}: una alianza tiene dos integrantes o más, y nadie más los tiene`,
        remedio: 'Corrija «integrantes», o el tipo del actor en actores.json',
      },
    ]),
    ...probarFilas(['contiendas'], contiendas, ({ clave }) => [
      { falla: postulaciones.length > 0 && !postuladas.has(clave), dice: `Nadie se postula en «${clave}»`, remedio: 'Agregue su fila a postulaciones.json' },
    ]), // prettier-ignore
    ...dosVeces({ postulaciones, tipos }),
    ...registroFaltas({ actores, postulaciones, jornada }),
  ]
}

/** Parties that stand without registration on election day, and those in their first election that enter a coalición. */
function registroFaltas({ actores, postulaciones, jornada }: Pick<ProcesoPack, 'actores' | 'postulaciones' | 'jornada'>): Falta[] {
  const porClave = new Map(actores.map((actor) => [actor.clave, actor]))
  return probarFilas(['postulaciones'], postulaciones, ({ contienda, actor, integrantes }) => {
    const partidos = [actor, ...integrantes].flatMap((clave) => porClave.get(clave) ?? [])
    const nuevos = admitePrimeraEleccion(porClave.get(actor) ?? {}) ? [] : partidos.filter(({ primeraEleccion }) => primeraEleccion)
    return [
      ...partidos
        .filter((each) => !estaVigente(each, jornada))
        .map(({ clave }) => ({
          falla: true,
          dice: `«${clave}» se postula en ${contienda} y no tiene registro el día de la jornada`,
          remedio: 'Corrija su «vigencia» en actores.json, o quítelo de esta fila',
        })),
      ...(integrantes.length > 0 ? nuevos : []).map(({ clave }) => ({
        falla: true,
        en: ['integrantes'],
        dice: `«${clave}» va en alianza en ${contienda} y es su primera elección: no puede ir en coalición (Ley General de Partidos Políticos, artículo 85)`,
        remedio: 'Quítelo de «integrantes» y dele su propia fila',
      })),
    ]
  })
}

function estaVigente({ vigencia }: ActorPoliticoPack, dia: string): boolean {
  return !vigencia || (vigencia.desde <= dia && dia <= (vigencia.hasta ?? dia))
}

/** A partido stands by itself or in one alianza. Where there is no postulación yet, the register will bring them. */
function dosVeces({ postulaciones, tipos }: Pick<ProcesoPack, 'postulaciones'> & { tipos: Map<string, string> }): Falta[] {
  const pares = postulaciones.flatMap(({ contienda, actor, integrantes }, at) =>
    (tipos.get(actor) === 'partido' ? [actor] : integrantes).map((partido) => ({ par: `${partido} en ${contienda}`, at })),
  )
  return probarRepetidas([], pares, ({ par }) => par).map(({ ruta: [at], ...falta }) => ({
    ...falta,
    ruta: ['postulaciones', pares[Number(at)]?.at ?? 0],
    remedio: 'Un partido compite solo o en una sola alianza: quítelo de una',
  }))
}
