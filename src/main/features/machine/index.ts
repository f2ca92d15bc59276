import type { machineCalls } from '../../../shared/contract/machine.ts';
import type { Handlers } from '../../app/context.ts';
import { getMachine } from './get-machine.ts';
import { listPrinters } from './list-printers.ts';
import { setLook, setMachine } from './set-machine.ts';
import { chooseFolder, chooseShop, getShopFile, moveShopFile, openShop, showShopFile } from './shop-file.ts';

export const machineHandlers: Handlers<typeof machineCalls> = {
  'machine.get': getMachine,
  'machine.setLook': setLook,
  'machine.set': setMachine,
  'machine.printers': listPrinters,
  'machine.shopFile': getShopFile,
  'machine.showShopFile': showShopFile,
  'machine.chooseFolder': chooseFolder,
  'machine.moveShopFile': moveShopFile,
  'machine.chooseShop': chooseShop,
  'machine.openShop': openShop,
};
