package rollcall.provider.zoom;

import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderTrouble;

/** Nobody knows any more where a list was left: Zoom's token lives 15 minutes, what is held here as long as the node. */
final class StaleMark extends ProviderTrouble {

    StaleMark() {
        super(new Temporary(OwnWords.LIST_LEFT.words()));
    }
}
