import type { ProcesoPack } from '@conoceles/domain'

/** A pack with all its questions, cargos and districts, and some of its municipios: each is like the next. */
export function withMunicipios(whole: ProcesoPack, count: number): ProcesoPack {
  const municipios = whole.demarcaciones.filter(({ tipo, regimen }) => tipo === 'municipio' && regimen === 'partidos')
  const left = new Set(municipios.slice(count).map(({ clave }) => clave))
  const contiendas = whole.contiendas.filter(({ demarcacion }) => !left.has(demarcacion))
  const kept = new Set(contiendas.map(({ clave }) => clave))
  return { ...whole, contiendas, postulaciones: whole.postulaciones.filter(({ contienda }) => kept.has(contienda)) }
}
