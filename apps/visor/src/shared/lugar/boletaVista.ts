import { ref } from 'vue'

/** Whether a boleta was seen since the visor started: then each candidatura offers the way back to it. It says nothing of the place. */
export const boletaVista = ref(false)

/** Id of who was read last when somebody goes back to the boleta: its page opens at her row. */
export const regreso = ref<string | null>(null)
