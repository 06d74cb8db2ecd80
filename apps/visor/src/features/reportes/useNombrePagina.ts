import { isOneOf, keysOf } from '@conoceles/domain/typed'
import { computed, type ComputedRef } from 'vue'
import { idsOf } from '@conoceles/domain/comparacion'
import { api } from '../../api.ts'
import { t } from '../../messages/reportes.ts'
import { useRecurso } from '../../shared/pagina/recursos.ts'

const CANDIDATURA = /^\/candidaturas\/([^/]+)(?:\/historia)?$/
const CONTIENDA = /^\/contiendas\/([^/]+)$/

/** How the other pages are called, by the first part of their address. */
const FIJAS = {
  '': 'reportar.inicio',
  boleta: 'site.boleta',
  candidaturas: 'candidaturas.title',
  contiendas: 'contiendas.title',
  cargos: 'footer.cargos',
  preguntas: 'footer.preguntas',
  'mi-lista': 'miLista.title',
  'lectura-facil': 'footer.lecturaFacil',
  'como-votar': 'footer.votar',
  calendario: 'footer.calendario',
  comparar: 'reportar.comparar',
  estadisticas: 'footer.estadisticas',
  datos: 'footer.datos',
  'aviso-privacidad': 'footer.aviso',
  'que-se-publica': 'footer.politica',
  accesibilidad: 'accesibilidad.title',
} as const

/** A page in words: whose it is, or how it is called; '' where only its address is known. Words of the address itself are never repeated. */
export function useNombrePagina(pagina: () => string | null): ComputedRef<string> {
  const id = computed(() => idsOf(CANDIDATURA.exec(pagina() ?? '')?.[1])[0])
  const clave = computed(() => CONTIENDA.exec(pagina() ?? '')?.[1])
  const { state: persona } = useRecurso({
    path: () => (id.value ? `/publico/candidaturas/${id.value}` : null),
    load: () => api.candidatura(id.value ?? ''),
  })
  const { state: contiendas } = useRecurso({ path: () => (clave.value ? '/publico/contiendas' : null), load: api.contiendas })

  return computed(() => {
    if (id.value) return persona.value.status === 'ready' ? t('reportar.of', { nombre: persona.value.data.nombre }) : ''
    if (clave.value) return contiendas.value.status === 'ready' ? nameOf(contiendas.value.data.elementos, clave.value) : ''
    return calledOf(pagina() ?? '')
  })
}

function calledOf(pagina: string): string {
  const [, first = '/'] = pagina.split('/')
  return isOneOf(keysOf(FIJAS), first) ? t('reportar.called', { nombre: t(FIJAS[first]) }) : ''
}

function nameOf(all: readonly { clave: string; cargoNombre: string; lugar: string }[], clave: string): string {
  const named = all.find((each) => each.clave === clave)
  return named ? t('reportar.of', { nombre: `${named.cargoNombre}, ${named.lugar}` }) : ''
}
