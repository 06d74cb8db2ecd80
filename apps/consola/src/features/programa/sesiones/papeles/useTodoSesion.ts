import { useDescarga } from '../../../../shared/red/useDescarga.ts'
import { downloadTodo } from '../sesiones.api.ts'

/** The one file with every document of a sesión. */
export function useTodoSesion(id: () => string) {
  const descarga = useDescarga()
  return { descarga, ask: () => descarga.start('todo', (onProgress) => downloadTodo(id(), onProgress)) }
}
