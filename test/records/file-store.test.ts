import { storeContract } from './store-contract.ts'
import { folder, openStore } from './support/folder.ts'

storeContract('the file store', async () => {
  const dir = await folder()
  let store = await openStore(dir)
  return {
    store,
    restart: async () => {
      await store.close()
      store = await openStore(dir)
      return store
    },
  }
})
