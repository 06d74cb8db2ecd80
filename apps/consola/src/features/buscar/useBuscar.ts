import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { PAGES } from '../../pages.ts'
import { problemText } from '../../shared/red/problems.ts'
import { useProceso } from '../../shared/useProceso.ts'
import { useAccesoStore } from '../../stores/acceso.ts'
import { askAll, readActividades, type Found } from './buscar.api.ts'
import { actividadesFound, filtersFound, folioOf, GRUPOS, pagesFound, type Actividad } from './hallazgos.ts'
import { t } from './mensajes.ts'

const PAUSE_MS = 200
/** Shorter texts find nearly everything. */
const LEAST = 2
const SOME = 6

/** Search of the whole consola. Pages and catalogues are found at once; the rest is asked for after a pause in typing. */
export function useBuscar() {
  const acceso = useAccesoStore()
  const { proceso } = useProceso()
  const pages = PAGES.map((page) => ({ ...page, title: t(page.title) }))
  const q = ref('')
  const text = computed(() => q.value.trim())
  const actividades = shallowRef<Actividad[]>([])
  const { asked, busy, refused } = useAsked(text)

  const here = computed<Found>(() => {
    const folio = folioOf(text.value)
    return {
      filtros: acceso.puede('candidaturas.ver') ? filtersFound(text.value, proceso.value) : [],
      actividades: actividadesFound(text.value, actividades.value),
      acuses: folio === null ? [] : [{ key: folio, titulo: t('buscar.acuse', { folio }), href: `/acuses/${folio}` }],
      paginas: pagesFound(text.value, pages, acceso.cuenta?.permisos ?? []),
    }
  })
  const grupos = computed(() => {
    if (text.value.length < LEAST) return []
    const all = GRUPOS.map((clave) => ({ clave, hallazgos: (here.value[clave] ?? asked.value[clave] ?? []).slice(0, SOME) }))
    return all.filter(({ hallazgos }) => hallazgos.length > 0)
  })

  /** The calendar is small and always the same: it is read once. */
  async function begin(): Promise<void> {
    if (!acceso.puede('actividades.ver')) return
    const result = await readActividades()
    if (result.ok) actividades.value = result.data.elementos
  }
  void begin()

  return { q, text, busy, grupos, refused }
}

/** Answers of the server, asked after a pause; an answer to an older text is forgotten. */
function useAsked(text: Ref<string>) {
  const acceso = useAccesoStore()
  const asked = shallowRef<Found>({})
  const busy = ref(false)
  const refused = ref<string | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  watch(text, (words) => {
    clearTimeout(timer)
    busy.value = words.length >= LEAST
    if (busy.value) timer = setTimeout(() => void ask(words), PAUSE_MS)
    else asked.value = {}
  })
  onScopeDispose(() => clearTimeout(timer))

  async function ask(words: string): Promise<void> {
    const mine = ++turn
    const { found, problem } = await askAll(words, (permiso) => acceso.puede(permiso))
    if (mine !== turn) return
    asked.value = found
    refused.value = problem === null ? null : problemText(problem)
    busy.value = false
  }

  return { asked, busy, refused }
}
