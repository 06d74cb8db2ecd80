import own from './es-MX/boleta.json'
import lugar from './es-MX/lugar.json'
import { withTexts } from './index.ts'

export const { t, tn, tWord } = withTexts({ ...own, ...lugar })
