import type { CandidaturaPublica } from '../../api-types.ts'
import { t } from '../../messages/candidatura.ts'
import type { PageHead } from '../../shared/pagina/head.ts'
import { breadcrumbs } from '../../shared/pagina/schema.ts'
import { isRetirada, isShown } from './salida.ts'
import { linesOf, safeHref } from './secciones.ts'

/** Head of a candidatura for searches and messages: nothing that is not on the page, and none of her identity data. */
export function headOf(candidatura: CandidaturaPublica, { cargo, siglas }: { cargo: string; siglas: string }): PageHead {
  const { id, nombre, lugar, actorPolitico } = candidatura
  const left = isRetirada(candidatura)
  const words = { nombre, cargo, lugar, actor: actorPolitico.nombre, siglas }
  const shown = isShown(candidatura)
  return {
    description: t(left ? 'candidatura.descriptionLeft' : 'candidatura.description', words),
    ...(shown ? { image: { src: `/api/v1/publico/candidaturas/${id}/vista.png`, alt: `${nombre}: ${cargo}, ${lugar}` } } : {}),
    schema: [stepsTo(candidatura), ...(shown ? [personOf(candidatura, cargo)] : [])],
    ...(shown ? { alternates: formsOf(candidatura) } : {}),
    findable: shown,
  }
}

function formsOf({ id, nombre }: CandidaturaPublica): PageHead['alternates'] {
  const address = `/api/v1/publico/candidaturas/${id}`
  return [
    { href: address, type: 'application/json', title: nombre },
    { href: `${address}/ficha.pdf`, type: 'application/pdf', title: nombre },
  ]
}

/** Address of the page of its contienda. */
export function contiendaHref({ contienda }: CandidaturaPublica): string {
  return `/contiendas/${contienda}`
}

/** Whether somebody of the fórmula would enter for the propietaria. */
export function hasSuplente(formula: CandidaturaPublica['formula']): boolean {
  return formula.some(({ calidad, estatus }) => calidad === 'suplente' && estatus === 'aprobada')
}

function stepsTo(candidatura: CandidaturaPublica): object {
  return breadcrumbs([
    { name: t('site.name'), path: '/' },
    { name: t('contiendas.title'), path: '/contiendas' },
    { name: `${candidatura.cargoNombre}, ${candidatura.lugar}`, path: contiendaHref(candidatura) },
    { name: candidatura.nombre, path: `/candidaturas/${candidatura.id}` },
  ])
}

/** The persona as the page tells her: her name, her postulating parties, her photograph and the addresses that she gave. */
function personOf({ id, nombre, apodo, actorPolitico, fotografia, lugar, secciones }: CandidaturaPublica, cargo: string): object {
  const links = secciones.flatMap(({ campos }) => campos.filter(({ tipo }) => tipo === 'enlace').flatMap(linesOf))
  const sameAs = links.filter((each) => safeHref(each) !== null)
  return {
    '@type': 'Person',
    name: nombre,
    ...(apodo ? { alternateName: apodo } : {}),
    description: t('candidatura.schema', { cargo, lugar }),
    url: `/candidaturas/${id}`,
    ...(fotografia ? { image: fotografia.grande } : {}),
    // An office that she seeks: its bare name would say that she holds it.
    hasOccupation: {
      '@type': 'Occupation',
      name: t('ficha.buscado', { cargo }),
      occupationLocation: { '@type': 'AdministrativeArea', name: lugar },
    },
    affiliation: { '@type': 'Organization', name: actorPolitico.nombre },
    ...(sameAs.length > 0 ? { sameAs } : {}),
  }
}
